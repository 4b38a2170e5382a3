/** The one stylesheet of all pages: quiet, readable on a phone, light or dark as the reader's system is. */

export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9;
  --card: #ffffff;
  --ink: #1a1f36;
  --quiet: #586073;
  --line: #d5dae3;
  --accent: #4338ca;
  --accent-ink: #ffffff;
  --wrong: #b3093c;
  --wrong-page: #fdeef2;
  --good: #0b6b3a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10131a;
    --card: #191d27;
    --ink: #eef0f6;
    --quiet: #a6adbd;
    --line: #363d4d;
    --accent: #a5b4fc;
    --accent-ink: #10131a;
    --wrong: #ff9db4;
    --wrong-page: #3a1622;
    --good: #7ee2ac;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
.notice {
  margin: 0;
  padding: 0.4rem 1rem;
  background: var(--ink);
  color: var(--page);
  font-size: 0.85rem;
  text-align: center;
}
main {
  display: grid;
  gap: 1.5rem;
  max-width: 60rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
}
main.narrow { max-width: 34rem; }
@media (min-width: 52rem) {
  main:not(.narrow) { grid-template-columns: 1fr 1fr; gap: 3rem; padding-top: 3rem; }
}
h1 { margin: 0 0 0.25rem; font-size: 1.25rem; }
h2 { margin: 0 0 0.75rem; font-size: 1.05rem; }
.price { margin: 0; font-size: 2rem; font-weight: 650; line-height: 1.2; }
.quiet { color: var(--quiet); }
.good { color: var(--good); }
.panel {
  padding: 1.25rem;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  background: var(--card);
}
.panel + .panel { margin-top: 1rem; }
a { color: var(--accent); }
dl.sums { margin: 1.5rem 0 0; }
dl.sums div {
  display: flex;
  justify-content: space-between;
  gap: 1rem;
  padding: 0.6rem 0;
  border-top: 1px solid var(--line);
}
dl.sums dt, dl.sums dd { margin: 0; }
dl.sums .total { font-weight: 650; }
dl.sums dd { white-space: nowrap; }
form { margin: 0; }
.field { margin-bottom: 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
label, legend { display: block; margin-bottom: 0.3rem; font-size: 0.9rem; font-weight: 550; }
fieldset { margin: 0; padding: 0; border: 0; }
input[type='text'], input[type='email'], input[type='number'], select, textarea {
  width: 100%;
  padding: 0.65rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--page);
  color: inherit;
  font: inherit;
}
input[aria-invalid='true'] { border-color: var(--wrong); }
.check { display: flex; gap: 0.6rem; align-items: flex-start; }
.check input { width: 1.15rem; height: 1.15rem; margin: 0.2rem 0 0; }
.check label { margin: 0; font-weight: 400; }
.with-button { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem; }
button, .button {
  display: inline-block;
  padding: 0.7rem 1.1rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--card);
  color: inherit;
  font: inherit;
  font-weight: 550;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button.main, .button.main {
  width: 100%;
  border-color: var(--accent);
  background: var(--accent);
  color: var(--accent-ink);
}
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  padding: 0;
  border: 0;
  overflow: hidden;
  clip-path: inset(50%);
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[role='alert'] {
  margin: 0 0 1rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--wrong);
  border-radius: 0.5rem;
  background: var(--wrong-page);
  color: var(--wrong);
}
.problem { margin: 0.3rem 0 0; color: var(--wrong); font-size: 0.9rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 0.5rem 0.5rem 0; border-top: 1px solid var(--line); text-align: left; }
details { margin-top: 1rem; font-size: 0.9rem; }
details li { font-variant-numeric: tabular-nums; }
`;
