/** Keeps what was costly to make, up to so many bytes in all: the one that nobody has asked for longest goes first. */
export class WeighedShelf {
  private readonly kept = new Map<string, Buffer>();
  private weight = 0;

  /** @param room bytes */
  constructor(private readonly room: number) {}

  /** What is kept under this name, or else what is made. */
  async get(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const bytes = this.kept.get(name) ?? (await make());
    // As the one asked for last.
    this.forget(name);
    this.kept.set(name, bytes);
    this.weight += bytes.length;
    for (const oldest of this.kept.keys()) {
      if (this.weight <= this.room) break;
      this.forget(oldest);
    }
    return bytes;
  }

  private forget(name: string): void {
    this.weight -= this.kept.get(name)?.length ?? 0;
    this.kept.delete(name);
  }
}
