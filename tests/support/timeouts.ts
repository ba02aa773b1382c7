/** A boot takes some seconds, on a busy machine many. */
jest.setTimeout(120_000);
