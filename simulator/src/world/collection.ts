/** One kind of object, kept in the order it was created. */

/** Objects are values: a change puts a new one in the old one's place, so that an event may keep the old one as it was. */
export class Collection<T extends { id: string }> {
  private readonly byId = new Map<string, T>();

  put(object: T): T {
    freeze(object);
    this.byId.set(object.id, object);
    return object;
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  get size(): number {
    return this.byId.size;
  }

  /** Oldest first. */
  all(): T[] {
    return [...this.byId.values()];
  }

  where(matches: (object: T) => boolean): T[] {
    return this.all().filter(matches);
  }

  newestFirst(): T[] {
    return this.all().reverse();
  }

  replaceAll(objects: readonly T[]): void {
    this.byId.clear();
    for (const object of objects) this.put(object);
  }
}

/** A frozen object cannot be changed behind an event's back; what is frozen already is not walked again. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
