import { credentialsIn, mailErrorOf } from '../../server/src/domain/mail-error';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('what signs in to a mail server', () => {
  it('is every text under a telling name, however deep, as it stands and in base64', () => {
    const options = {
      host: 'mail.example.com',
      auth: { user: 'postman', pass: 's3cret-word', type: ['login'] },
      apiKey: 'SG.abcdef',
    };

    expect(credentialsIn(options)).toEqual(
      ['postman', 's3cret-word', 'login', 'SG.abcdef'].flatMap((each) => [each, base64(each)]),
    );
  });

  it('is nothing under harmless names, and no text too short to be told from others', () => {
    expect(credentialsIn({ host: 'mail.example.com', port: 587, auth: { pass: 'abc' } })).toEqual(
      [],
    );
  });

  it('is found in options that lead back to themselves', () => {
    const client: Record<string, unknown> = { name: 'client', password: 'first-word' };
    client.self = client;
    client.auth = { client, secret: 'second-word' };

    expect(credentialsIn(client)).toEqual(
      expect.arrayContaining(['first-word', 'second-word', base64('second-word')]),
    );
  });

  it('is found where the same object was first met under a harmless name', () => {
    const shared = { value: 'shared-word', deeper: { value: 'deeper-word' } };

    expect(credentialsIn({ options: shared, auth: shared })).toEqual(
      ['shared-word', 'deeper-word'].flatMap((each) => [each, base64(each)]),
    );
  });

  it.each([undefined, null, 7, 'text', []])('is not in %j', (options) => {
    expect(credentialsIn(options)).toEqual([]);
  });
});

describe('what a mail server said', () => {
  it('is shown without what signs in to it, the longest first', () => {
    const credentials = credentialsIn({ auth: { user: 'postman', pass: 'postman-word' } });
    const said = `535 postman-word of postman refused, AUTH ${base64('postman-word')}`;

    expect(mailErrorOf(new Error(said), credentials)).toBe('535 … of … refused, AUTH …');
  });

  it('is its own answer, and else what was thrown', () => {
    const refused = Object.assign(new Error('Data command failed'), { response: '550 Full' });

    expect(mailErrorOf(refused, [])).toBe('550 Full');
    expect(mailErrorOf('no route', [])).toBe('no route');
    expect(mailErrorOf({ message: 7 }, [])).toBe('The mail server gave no reason.');
    expect(mailErrorOf(undefined, [])).toBe('The mail server gave no reason.');
  });

  it('is one line without control characters', () => {
    expect(mailErrorOf('550\r\n\u0000Full\u001b[31m\u007f\u0085of\tmail\u009f', [])).toBe(
      '550 Full [31m of mail',
    );
  });

  it('names no address and nobody who signs in by one', () => {
    expect(mailErrorOf('550 <nina@example.com>: no such user', [])).toBe('550 <…>: no such user');
    expect(mailErrorOf('smtp://user:word@mail.example.com is down', [])).toBe(
      'smtp://mail.example.com is down',
    );
  });

  it('holds no token of a key', () => {
    const token = `sak_${'a'.repeat(12)}_${'b'.repeat(49)}`;

    expect(mailErrorOf(`Refused: ${token}`, [])).toBe('Refused: …');
  });

  it('is at most 300 characters long, however much was said', () => {
    expect(mailErrorOf('x'.repeat(100_000), [])).toHaveLength(300);
    expect(mailErrorOf('x'.repeat(300), [])).toHaveLength(300);
  });
});
