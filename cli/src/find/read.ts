import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

import { createScanner, type FoundToken } from './scanner';

/** As much of a file as git looks at to tell whether it is binary. */
const LOOKED_AT = 8_000;
const UTF16 = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
] as const;

/** By its byte order mark, as PowerShell writes files; all else is read as UTF-8. */
const encodingOf = (bytes: Uint8Array): string =>
  UTF16.find(([, first, second]) => bytes[0] === first && bytes[1] === second)?.[0] ?? 'utf-8';

const isBinary = (bytes: Uint8Array): boolean =>
  encodingOf(bytes) === 'utf-8' && bytes.subarray(0, LOOKED_AT).includes(0);

/** A stream has begun to be read and turned out to be binary. */
export class BinaryFile extends Error {}

/**
 * The tokens in a stream of bytes, piece by piece.
 *
 * @throws BinaryFile unless `all` of them are to be read.
 */
export async function* tokensOf(
  bytes: AsyncIterable<Uint8Array>,
  { all }: { readonly all: boolean },
): AsyncGenerator<FoundToken> {
  const scanner = createScanner();
  let decoder: TextDecoder | undefined;
  for await (const piece of bytes) {
    if (decoder === undefined) {
      if (!all && isBinary(piece)) throw new BinaryFile();
      decoder = new TextDecoder(encodingOf(piece));
    }
    yield* scanner.next(decoder.decode(piece, { stream: true }));
  }
}

/** What the file system gave in place of a file. */
export class UnreadableFile extends Error {}

/** @throws UnreadableFile */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(file)) yield piece as Buffer;
  } catch (error) {
    throw new UnreadableFile(file, { cause: error });
  }
}
