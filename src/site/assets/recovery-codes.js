/** Lets her copy or print her recovery codes; without a script she does either by her browser's own means. */

const codes = [...document.querySelectorAll('.recovery-codes code')].map(
  (code) => code.textContent,
);

/** @type {Record<string, () => unknown>} */
const deeds = {
  print: () => window.print(),
  copy: async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    document.querySelector('[data-copied]')?.removeAttribute('hidden');
  },
};

for (const button of document.querySelectorAll('button[data-deed]')) {
  const deed = deeds[button.getAttribute('data-deed') ?? ''];
  if (deed === undefined || codes.length === 0) continue;
  button.removeAttribute('hidden');
  button.addEventListener('click', () => void deed());
}
