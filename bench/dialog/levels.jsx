// The levels that a dialog or a hand-written level leads to.
import { Hangup, level, Response, Speak } from 'plivo-jsx';
import * as z from 'zod';

const End = ({ children }) => (
  <Response>
    <Speak>{children}</Speak>
    <Hangup />
  </Response>
);

export const Sales = () => <End>Our sales team is in a meeting. Please call again tomorrow.</End>;
export const Results = () => <End>Your results are not here yet. Please call again tomorrow.</End>;
export const Operator = () => <End>Nobody can take your call at the moment. Goodbye.</End>;
export const Order = ({ id }) => <End>Order {id} is on its way. You will have it tomorrow.</End>;

export const sales = level('/sales', Sales);
export const results = level('/results', Results);
export const operator = level('/operator', Operator);
export const order = level('/order', { params: z.object({ id: z.string() }) }, ({ params }) => (
  <Order id={params.id} />
));

export const orderNumber = z.string().regex(/^[1-9]\d{5}$/);
export const ends = [sales, results, operator, order];
