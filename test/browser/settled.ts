/** Asked of a page before it is judged or pictured: what fades in is there then. */
export const settled = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished.catch(() => 'cancelled'))).then(() => true)`;
