// Questions as dialogs.
import { Choice, Collect, level, Menu, Response, Speak } from 'plivo-jsx';
import { operator, order, orderNumber, results, sales } from './levels.jsx';

const menu = level('/dialog/menu', () => (
  <Response>
    <Speak>Welcome to Inspire Works.</Speak>
    <Menu onGiveUp={operator()} noInput="I did not hear you." noMatch="That is not an option.">
      <Choice digit="1" next={sales()}>
        For sales, press 1.
      </Choice>
      <Choice digit="2" next={results()}>
        For your results, press 2.
      </Choice>
      <Choice digit="3" next={operator()}>
        To talk to a person, press 3.
      </Choice>
    </Menu>
  </Response>
));

const ask = level('/dialog/ask', () => (
  <Response>
    <Speak>Welcome to Inspire Works.</Speak>
    <Collect
      digits={6}
      read={orderNumber}
      onGiveUp={operator()}
      next={(id) => order({ id })}
      noInput="I did not hear you."
      invalid="No order has this number."
    >
      Please enter the six digits of your order.
    </Collect>
  </Response>
));

export const levels = [menu, ask];
