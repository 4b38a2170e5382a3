/** Listens to what this process writes to its log while something is done. */

export class SaidAloud {
  private readonly heard: string[] = [];
  private readonly streams = [process.stdout, process.stderr].map((stream) => ({
    stream,
    write: stream.write.bind(stream),
  }));

  /** @param isPassedOn whether it is written all the same; false where only trouble is made on purpose */
  constructor(isPassedOn = true) {
    for (const { stream, write } of this.streams) {
      stream.write = ((...said: Parameters<typeof write>) => {
        this.heard.push(Buffer.from(said[0]).toString('utf8'));
        return isPassedOn ? write(...said) : true;
      }) as typeof write;
    }
  }

  soFar(): string {
    return this.heard.join('');
  }

  /** @returns everything that was said */
  stop(): string {
    for (const { stream, write } of this.streams) stream.write = write;
    return this.soFar();
  }
}
