import { expect, test } from 'vitest';
import { mendedAddress } from '../../../client/app/mended-address.ts';
import { readRoute } from '../../../client/app/routes.ts';
import { random } from '../../support/random.ts';

const host = 'https://atelier.example';
const board = 'k3f9q0zr7m2x5d';
const secret = 'aB3-_xY9'.repeat(3);
const link = `${host}/a/${board}#${secret}`;
const opened = (address: string) => {
  const route = readRoute(new URL(address));
  return 'token' in route ? [route.boardId, route.token] : route.screen;
};

const places = [
  `/a/${board}`,
  `/a/${board}/`,
  `//a/${board}`,
  `/A/${board}`,
  `/%61/${board}`,
  `/a/ ${board}`,
  `/a/${board.slice(0, 6)}%0D%0A${board.slice(6)}`,
  `/a/${board.slice(0, 6)}%E2%80%8B${board.slice(6)}`,
  `/a/${board}?utm_source=mail&utm_medium=%C3%A9`,
  `/a/${board}/?fbclid=IwAR0`,
  `/a/${board}?data=05%7C02%7Cx%40y.fr%7C0&sdata=A%2BB%3D&reserved=0`,
  `/a/${board}%3Futm_source%3Dmail`,
  `/a/${board}/projection`,
  `/a/${board}/projection/`,
];
const signs = ['#', '%23', '%2523', '%252523', '##', '#%23', '#/', '#?', '# ', '&#35;', '&num;'];
/** Between one and the next stands a broken bar. */
const ends = [
  '¦.¦),¦>¦»¦”¦’¦"¦…¦ ¦\u00a0¦\u202f¦\u200b¦\ufeff¦\u00ad¦\n¦\t¦=¦?¦/¦|¦_¦**¦)._¦;¦#',
  '%20¦%0A¦%0D%0A¦%C2%A0¦%E2%80%8B¦%3D¦%3E¦%22¦%¦%E9¦ et merci¦%20et%20merci¦&gt;¦&nbsp;',
  `&x=1¦&amp;x=1¦?fbclid=IwAR0¦](¦](${link})¦#${secret}¦:~:text=a`,
].flatMap((list) => list.split('¦'));

test('[AP18] a link mangled on its way opens the same door', () => {
  const mangled = places.flatMap((place) =>
    signs.flatMap((sign) => ends.map((end) => host + place + sign + secret + end)),
  );
  expect(mangled).toHaveLength(7_238);
  const others = mangled.filter((each) => String(opened(each)) !== `${board},${secret}`);
  expect(others).toEqual([]);
});

const [half, rest] = [secret.slice(0, 11), secret.slice(11)];
test.each([
  ['a space', ' '],
  ['an encoded space', '%20'],
  ['a line break', '%0A'],
  ['the line break of another system', '%0D%0A'],
  ['a line broken in a quoted mail', '%0D%0A%3E%20'],
  ['the sign of a soft line break', '='],
  ['a soft line break', '%3D%0D%0A'],
  ['a soft hyphen', '\u00ad'],
  ['a mark that cannot be seen', '\u200b'],
  ['the same, encoded', '%E2%80%8B'],
  ['the same, as a web page writes it', '&#8203;'],
])('[AP18] a secret with %s in its middle is put together again', (_what, sign) => {
  for (const end of ['', '.', ' et merci', '?fbclid=abcdefghijklmnopqrstuvwx'])
    expect(opened(`${host}/a/${board}#${half}${sign}${rest}${end}`)).toEqual([board, secret]);
});

test('[AP18] letters of a secret that were escaped are read', () => {
  expect(opened(`${host}/a/${board}#${secret.replaceAll('_', '\\_')}`)).toEqual([board, secret]);
  expect(opened(`${host}/a/${board}%23${secret.replaceAll('_', '\\_')}`)).toEqual([board, secret]);
  const encoded = [...secret].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  for (const sign of ['#', '%23'])
    expect(opened(`${host}/a/${board}${sign}${encoded}`)).toEqual([board, secret]);
});

test('[AP18] a host in capitals, and a link within the brackets of a mail', () => {
  expect(opened(link.replace(host, 'HTTPS://ATELIER.EXAMPLE'))).toEqual([board, secret]);
  expect(opened(`${link}>`)).toEqual([board, secret]);
});

test('[AP18] a secret at the end of a query is taken out of it', () => {
  const { search, token } = mendedAddress(new URL(`${host}/a/${board}?x=1%23${secret}&y=2`));
  expect([search, token]).toEqual(['?x=1', secret]);
});

test.each(['.', '),', '%20', '%0A', '»', ' merci', '](', '#', '#%23', '#.', '&', '%E9'])(
  '[AP18] without a secret, an address with %s behind it is the workshop all the same',
  (end) => {
    expect(opened(`${host}/a/abc${end}`)).toEqual(['abc', null]);
    expect(opened(`${host}/a/${board}/projection${end}`)).toEqual([board, null]);
  },
);

test.each(['/', '/.', '/)', '/%20', '/»', '/?utm_source=mail'])(
  '[AP18] %s is the first page',
  (path) => expect(opened(host + path)).toBe('home'),
);

test.each(['/é', '/a/', '/a/%3Cb%3E', '/a/abc/autre'])(
  '[AP1] %s is none of ours, however much of it looks like one',
  (path) => expect(opened(host + path)).toBe('unknown'),
);

test('[AP18] what is looked for keeps its own signs', () => {
  for (const search of ['?q=%23eau+%25', '?fiche=p1-01&q=%23developpement-economique'])
    expect(mendedAddress(new URL(`${host}/a/abc${search}#tok`))).toEqual({
      pathname: '/a/abc',
      search,
      token: 'tok',
    });
});

/** A link as it is on its way: what stands before its sign, the sign, the secret, what follows. */
type Parts = readonly [place: string, sign: string, secret: string, end: string];
type Accident = (parts: Parts, chance: () => number) => Parts;

const tails = ends.filter((end) => !end.includes(secret));
const accidents: readonly Accident[] = [
  ([place, sign, token, end]) => [place, sign.replace('#', '%23'), token, end],
  (parts) => parts.map((part) => part.replaceAll('%', '%25')) as readonly string[] as Parts,
  ([place, ...others]) => [`${place}?utm_source=mail`, ...others],
  ([place, sign, token, end], chance) => [place, sign, token, end + anyOf(tails, chance)],
  ([place, sign, token, end], chance) => {
    const at = 1 + Math.floor(chance() * 23);
    const isEncoded = token.length > 24;
    return [place, sign, isEncoded ? token : `${token.slice(0, at)}%0D%0A${token.slice(at)}`, end];
  },
  // General punctuation: typographic spaces, quotes, dashes, marks that cannot be seen.
  ([place, sign, token, end], chance) => [
    place,
    sign,
    token,
    end + String.fromCodePoint(0x2000 + Math.floor(chance() * 0x6f)),
  ],
];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
function anyOf<Item>(items: readonly Item[], chance: () => number): Item {
  return items[Math.floor(chance() * items.length)] as Item;
}

test('[AP18] links to which chance does up to three things at once open the same door', () => {
  const chance = random(1_304);
  for (let trial = 0; trial < 5_000; trial++) {
    const token = Array.from({ length: 24 }, () => anyOf(letters, chance)).join('');
    let parts: Parts = [`${host}/a/${board}`, '#', token, ''];
    for (let times = Math.ceil(chance() * 3); times > 0; times--)
      parts = anyOf(accidents, chance)(parts, chance);
    const address = parts.join('');
    expect([address, opened(address)]).toEqual([address, [board, token]]);
  }
});
