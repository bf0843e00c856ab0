import { expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { Collect, level, Response, session, Transfer, Voicemail, type VoiceMessage } from 'plivo-jsx';

const goodbye = level('/goodbye', () => <Response />);
const date = z.string().transform((keys) => new Date(keys));
const kept = session<Date>('date', { schema: z.coerce.date() });
const pin = session<string>('pin');

test('next gets what the schema returns', () => {
  void (
    <Collect
      digits={4}
      read={date}
      onGiveUp={goodbye()}
      readBack={(value) => {
        expectTypeOf(value).toEqualTypeOf<Date>();
        return 'That one?';
      }}
      next={async (value) => {
        expectTypeOf(value).toEqualTypeOf<Date>();
        return goodbye();
      }}
    />
  );
  void (
    <Collect
      digits={{ max: 4 }}
      read={z.coerce.number()}
      onGiveUp={goodbye()}
      next={(value) => {
        expectTypeOf(value).toEqualTypeOf<number>();
        return goodbye();
      }}
    />
  );
  void (<Collect digits={4} read={date} into={kept} onGiveUp={goodbye()} next={() => goodbye()} />);
  // @ts-expect-error The session keeps a text, and the schema returns a date.
  void (<Collect digits={4} read={date} into={pin} onGiveUp={goodbye()} next={() => goodbye()} />);
});

test('a collect cannot leave the caller without an end', () => {
  // @ts-expect-error onGiveUp is missing.
  void (<Collect digits={4} read={date} next={() => goodbye()} />);
  // @ts-expect-error next is missing.
  void (<Collect digits={4} read={date} onGiveUp={goodbye()} />);
});

test('a secret stays in a session', () => {
  void (<Collect secret into={pin} digits={4} read={z.string()} onGiveUp={goodbye()} next={goodbye()} />);
  // @ts-expect-error A secret needs a session.
  void (<Collect secret digits={4} read={z.string()} onGiveUp={goodbye()} next={goodbye()} />);
  const props = { into: pin, digits: 4, read: z.string(), onGiveUp: goodbye() } as const;
  // @ts-expect-error A secret is not read back.
  void (<Collect secret {...props} readBack={() => 'That?'} next={goodbye()} />);
  // @ts-expect-error Nothing is made of a secret that could be in an address.
  void (<Collect secret {...props} next={(_value: string) => goodbye()} />);
});

test('a transfer knows where each outcome leads', () => {
  const others = { onCompleted: goodbye(), onBusy: goodbye(), onNoAnswer: goodbye(), onTimeout: goodbye() };
  void (<Transfer to="+14155550100" {...others} onFailed={goodbye()} onCancel={goodbye()} />);
  void (<Transfer to={['+14155550100']} onCompleted={goodbye()} onUnanswered={goodbye()} />);
  void (<Transfer to={undefined} {...others} onUnanswered={goodbye()} />);
  // @ts-expect-error onCancel is missing.
  void (<Transfer to="+14155550100" {...others} onFailed={goodbye()} />);
  // @ts-expect-error What follows a conversation is missing.
  void (<Transfer to="+14155550100" onUnanswered={goodbye()} />);
  // @ts-expect-error to is missing: write undefined for nobody.
  void (<Transfer {...others} onUnanswered={goodbye()} />);
  // @ts-expect-error No telephone has such a key.
  void (<Transfer to="+14155550100" whisper="Hello." acceptKey="11" {...others} onUnanswered={goodbye()} />);
});

test('a voicemail says who takes the message, and where the call goes on', () => {
  const take = (message: VoiceMessage) => {
    expectTypeOf(message.seconds).toEqualTypeOf<number | undefined>();
  };
  void (<Voicemail onMessage={take} onNothing={goodbye()} next={goodbye()} />);
  void (<Voicemail onMessage={async (message) => take(message)} onNothing={goodbye()} next={goodbye()} />);
  // @ts-expect-error onMessage is missing.
  void (<Voicemail onNothing={goodbye()} next={goodbye()} />);
  // @ts-expect-error onNothing is missing.
  void (<Voicemail onMessage={take} next={goodbye()} />);
  // @ts-expect-error next is missing.
  void (<Voicemail onMessage={take} onNothing={goodbye()} />);
});
