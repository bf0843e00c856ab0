// The same questions without dialogs: a level that asks, and a level that matches the keys.
import { GetDigits, level, Redirect, Response, Speak } from 'plivo-jsx';
import * as z from 'zod';
import { Operator, operator, Order, orderNumber, Results, Sales } from './levels.jsx';

const tries = 3;

// Silence and wrong keys count together.
const params = z.object({ try: z.coerce.number().int().min(1).max(tries) });

/** Asks once for each try that is left: silence needs no request. */
const Ask = ({ answer, from, before, silence, numDigits, digitTimeout, children }) => {
  const questions = [];
  for (let tried = from; tried <= tries; tried++) {
    questions.push(
      <GetDigits
        action={answer({ try: tried })}
        numDigits={numDigits}
        timeout={7}
        digitTimeout={digitTimeout}
        finishOnKey="none"
      >
        {tried === from ? before : silence}
        {children}
      </GetDigits>,
    );
  }
  return (
    <>
      {questions}
      <Redirect>{operator()}</Redirect>
    </>
  );
};

/** Asks again after silence or wrong keys, or gives up. */
const AskAgain = ({ of: Question, tried, call, context, silence, wrong }) => {
  if (call.digits !== undefined) context.noMatch?.();
  if (tried === tries) return <Operator />;
  return (
    <Response>
      <Question from={tried + 1} before={call.digits === undefined ? silence : wrong} />
    </Response>
  );
};

const silence = <Speak>I did not hear you.</Speak>;

const MenuQuestion = ({ from, before }) => (
  <Ask answer={menuAnswer} from={from} before={before} silence={silence} numDigits={1}>
    <Speak>For sales, press 1.</Speak>
    <Speak>For your results, press 2.</Speak>
    <Speak>To talk to a person, press 3.</Speak>
  </Ask>
);

const menu = level('/by-hand/menu', () => (
  <Response>
    <Speak>Welcome to Inspire Works.</Speak>
    <MenuQuestion from={1} />
  </Response>
));

const menuAnswer = level('/by-hand/menu/answer', { params }, ({ call, params }, context) => {
  switch (call.digits) {
    case '1':
      return <Sales />;
    case '2':
      return <Results />;
    case '3':
      return <Operator />;
    default: {
      const wrong = <Speak>That is not an option.</Speak>;
      return <AskAgain of={MenuQuestion} tried={params.try} {...{ call, context, silence, wrong }} />;
    }
  }
});

const OrderQuestion = ({ from, before }) => (
  <Ask answer={orderAnswer} from={from} before={before} silence={silence} numDigits={6} digitTimeout={3}>
    <Speak>Please enter the six digits of your order.</Speak>
  </Ask>
);

const ask = level('/by-hand/ask', () => (
  <Response>
    <Speak>Welcome to Inspire Works.</Speak>
    <OrderQuestion from={1} />
  </Response>
));

const orderAnswer = level('/by-hand/ask/answer', { params }, ({ call, params }, context) => {
  const read = orderNumber.safeParse(call.digits);
  if (read.success) return <Order id={read.data} />;
  const wrong = <Speak>No order has this number.</Speak>;
  return <AskAgain of={OrderQuestion} tried={params.try} {...{ call, context, silence, wrong }} />;
});

export const levels = [menu, menuAnswer, ask, orderAnswer];
