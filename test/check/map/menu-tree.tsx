/**
 * A flow of as many levels as one likes: menus of menus, with a way back, a person, and leaves that end.
 */
import { Choice, flow, Hangup, level, Menu, Response, Speak } from 'plivo-jsx';

type Levels = readonly ReturnType<typeof leaf>[];

const fruits = ['apples', 'pears', 'plums', 'figs', 'dates', 'limes', 'kiwis', 'olives'];

const named = (index: number) => `${fruits[index % fruits.length]} ${index}`;

const leaf = (path: `/${string}`, says: string) =>
  level(path, () => (
    <Response>
      <Speak>{says}</Speak>
      <Hangup />
    </Response>
  ));

/** Each menu has up to four choices; the last menus lead to leaves. */
export function menuTree(count: number) {
  const levels: Levels[number][] = [];
  const menus = Math.floor((count - 2) / 4);
  const goodbye = leaf('/tree/goodbye', 'Goodbye.');
  const person = leaf('/tree/person', 'Nobody is at the desk now. Please call again tomorrow. Goodbye.');
  for (let index = 0; index < count - 2; index++) {
    const path = index === 0 ? '/tree' : (`/tree/level-${index}` as const);
    const choices = [1, 2, 3, 4].map((nth) => index * 4 + nth).filter((child) => child < count - 2);
    levels.push(
      index > menus || choices.length === 0
        ? leaf(path, `You have ordered ${named(index)}. Thank you for your order, and goodbye.`)
        : level(path, () => (
            <Response>
              <Menu onGiveUp={goodbye()}>
                {choices.map((child, nth) => (
                  <Choice digit={`${nth + 1}` as '1'} next={levels[child]!()}>
                    {`For ${named(child)}, press ${nth + 1}.`}
                  </Choice>
                ))}
                <Choice digit="9" next={levels[0]!()}>
                  To begin again, press 9.
                </Choice>
                <Choice digit="0" next={person()}>
                  For a person, press 0.
                </Choice>
              </Menu>
            </Response>
          )),
    );
  }
  return flow(`tree of ${count}`, { levels: [...levels, goodbye, person], language: 'en-US' } as never);
}
