/** Turns numbered pages into the API's cursors: a page is reached from the one before it. */

export interface CursorPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

export class Cursors {
  /** By list; the cursor at `n` leads to page `n + 2`. */
  private readonly known = new Map<string, string[]>();

  /**
   * @param list names the list with its filters and the length of its pages
   * @param page counted from 1
   * @param fetchPage asks for the page behind a cursor; without one for the first
   */
  async page<Item>(
    list: string,
    page: number,
    fetchPage: (cursor: string | undefined) => Promise<CursorPage<Item>>,
  ): Promise<CursorPage<Item>> {
    const cursors = this.known.get(list) ?? [];
    this.known.set(list, cursors);
    let at = Math.min(page, cursors.length + 1);
    for (;;) {
      const found = await fetchPage(cursors[at - 2]);
      // What follows may have moved since it was last looked at.
      cursors.length = at - 1;
      if (found.nextCursor !== null) cursors.push(found.nextCursor);
      if (at === page || found.nextCursor === null) return found;
      at += 1;
    }
  }
}
