import { test } from 'vitest';
import { Choice, Confirm, level, Menu, Repeat, Response, Speak } from 'plivo-jsx';

const there = level('/there', () => <Response />);

test('a menu and a confirmation say where the call goes on when the caller gives up', () => {
  // @ts-expect-error -- a caller would be stranded after the last try
  void (<Menu />);
  // @ts-expect-error -- a caller would be stranded after the last try
  void (<Confirm onYes={there()} onNo={there()} />);
  // @ts-expect-error -- no has no way on
  void (<Confirm onYes={there()} onGiveUp={there()} />);
  // @ts-expect-error -- a level is called to make a link: its parameters are checked then
  void (<Menu onGiveUp={there} />);
  // @ts-expect-error -- a text is no link, and no flow could check it
  void (<Menu onGiveUp="/there" />);
  void (<Menu onGiveUp={there()} />);
});

test('a choice has one key of a telephone, and leads somewhere', () => {
  // @ts-expect-error -- a key without a way on
  void (<Choice digit="1" />);
  // @ts-expect-error -- no key
  void (<Choice next={there()} />);
  // @ts-expect-error -- two keys
  void (<Choice digit="12" next={there()} />);
  // @ts-expect-error -- a number is no key: 0 and * are keys too
  void (<Choice digit={1} next={there()} />);
  // @ts-expect-error -- telephones of callers have no A
  void (<Repeat digit="A" />);
  // @ts-expect-error -- a repeat leads nowhere else
  void (<Repeat digit="*" next={there()} />);
  // @ts-expect-error -- words, not a pattern
  void (<Choice digit="1" next={there()} says={/sales/} />);
  void (<Choice digit="#" next={there()} says={['one', 'two']} />);
});

test('props with another name do not compile', () => {
  // @ts-expect-error -- it is noInput
  void (<Menu onGiveUp={there()} noinput="…" />);
  // @ts-expect-error -- it is tries
  void (<Menu onGiveUp={there()} retries={3} />);
  // @ts-expect-error -- it is says
  void (<Choice digit="1" next={there()} words="sales" />);
  // @ts-expect-error -- a number of tries
  void (<Confirm onYes={there()} onNo={there()} onGiveUp={there()} tries="3" />);
  // @ts-expect-error -- validDigits would make a wrong key sound like silence
  void (<Menu onGiveUp={there()} validDigits="12" />);
});

test('prompts are text or elements everywhere, and escalations also lists', () => {
  const element = <Speak>Hello.</Speak>;
  for (const prompt of ['Hello.', element, ['Hello.', element], null, undefined, 3]) {
    void (
      <Menu onGiveUp={there()} noInput={prompt} noMatch={prompt}>
        <Choice digit="1" next={there()}>
          {prompt}
        </Choice>
        <Repeat digit="*">{prompt}</Repeat>
      </Menu>
    );
    void (
      <Confirm
        onYes={there()}
        onNo={there()}
        onGiveUp={there()}
        keys={prompt}
        noInput={prompt}
        noMatch={prompt}
      >
        {prompt}
      </Confirm>
    );
  }
});
