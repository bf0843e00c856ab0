import { flow, level, Response, Speak } from 'plivo-jsx';
import { greeting } from './greeting.js';
import { hours } from './hours.mjs';

export default flow('files', {
  levels: [
    level('/files', () => (
      <Response>
        <Speak>
          {greeting} {hours}
        </Speak>
      </Response>
    )),
  ],
});
