import { flow, Hangup, level, Play, Response } from 'plivo-jsx';

const start = level('/shop', () => (
  <Response>
    <Play>https://cdn.example.com/welcome.mp3</Play>
    <Hangup />
  </Response>
));

export default flow('shop', { levels: [start] });
