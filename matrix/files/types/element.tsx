import { attribute, content, defineElement, Response, Speak, type Call } from 'plivo-jsx';

export const Whisper = defineElement({
  name: 'Whisper',
  attributes: { volume: attribute.integer({ min: 1, max: 10, default: 5 }) },
  content: content.text({ expected: 'what the agent hears' }),
  parents: ['Response'],
});

export const Greeting = ({ name }: { name: string }) => <Speak>Hello, {name}</Speak>;

export const document = (call: Call) => (
  <Response>
    <Whisper volume={3}>A caller from Spain</Whisper>
    {call.digits === '1' && <Greeting name="Ada" />}
  </Response>
);
