/** What Strapi writes to its log, whichever of Jest's consoles stands in for the real one. */

interface Sink {
  write: (text: string) => boolean;
}

export interface LogCapture {
  /** All that was written so far. */
  text: () => string;
  stop: () => void;
}

/** Winston writes past `console.log` where the console has a stream of its own. */
const streamOf = (name: '_stdout' | '_stderr'): Sink | undefined =>
  (console as unknown as Partial<Record<typeof name, Sink>>)[name];

/** Keeps everything that is logged from now on, and shows none of it. */
export const captureLog = (): LogCapture => {
  const written: string[] = [];
  const keep = (...parts: unknown[]) => void written.push(parts.map(String).join(' '));
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation(keep),
  );
  const streams = (['_stdout', '_stderr'] as const).flatMap((name) => {
    const stream = streamOf(name);
    if (stream === undefined) return [];
    const spy = jest.spyOn(stream, 'write').mockImplementation((text) => {
      keep(text);
      return true;
    });
    return [spy];
  });
  return {
    text: () => written.join('\n'),
    stop: () => {
      for (const spy of [...spies, ...streams]) spy.mockRestore();
    },
  };
};
