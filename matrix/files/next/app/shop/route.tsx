/** @jsxImportSource plivo-jsx */
import { flow, level, preview, Redirect, Response as Document, Speak } from 'plivo-jsx';

const shop = level('/shop', () => (
  <Document>
    <Speak>Hello from a level</Speak>
    <Redirect>{shop()}</Redirect>
  </Document>
));
const flows = [flow('shop', { levels: [shop] })];

export async function POST(): Promise<Response> {
  return new Response(await preview(flows, '/shop', { baseUrl: 'https://ivr.example.com' }));
}
