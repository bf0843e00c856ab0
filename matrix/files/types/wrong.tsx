import { GetDigits, Response } from 'plivo-jsx';

export const document = (
  <Response>
    {/* @ts-expect-error: types that do not resolve would be any, and allow everything */}
    <GetDigits action="/next" numDigits="many" />
  </Response>
);
