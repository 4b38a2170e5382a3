/** What can happen between a reader, Stripe and us, and which test lives through it: a file and the test's own words. */

export interface Row {
  happening: string;
  /** From test/. */
  file: string;
  test: string;
}

const inFile =
  (file: string) =>
  (happening: string, test: string): Row => ({ happening, file, test });

const signUp = inFile('scenarios/sign-up.e2e-spec.ts');
const renewal = inFile('scenarios/trial-and-renewal.e2e-spec.ts');
const otherSettings = inFile('scenarios/other-settings.e2e-spec.ts');
const cancel = inFile('scenarios/cancel-and-pause.e2e-spec.ts');
const reversal = inFile('scenarios/reversals.e2e-spec.ts');
const plans = inFile('scenarios/plans-and-teams.e2e-spec.ts');
const delivery = inFile('scenarios/delivery-and-security.e2e-spec.ts');
const webhooks = inFile('journeys/webhooks.e2e-spec.ts');

export const rows: readonly Row[] = [
  signUp('a first checkout is paid', 'who pays with a good card is in her trial'),
  signUp('its news in all six orders', 'is in her trial when the three news come as'),
  signUp('she is back before any news', 'who is back before any news is in her trial at once'),
  signUp('news before our own commit', 'though the news came before her page was written down'),
  signUp('a foreign success page', "who opens somebody else's success page gets nothing"),
  signUp('two checkouts at once', 'who asks for it twice at once gets one page'),
  signUp('an abandoned page', 'who leaves the page alone has used nothing up'),
  signUp('a declined card, then a good one', 'whose card is refused has nothing'),
  signUp('3-D Secure at set-up', 'whose bank asks has nothing after a no'),
  signUp('no second trial', 'who has had her trial pays from the first day'),
  signUp('a checkout of a member', 'who is a member already is shown to her portal'),
  signUp('another currency at Stripe', 'who pays in another currency there is told so clearly'),
  signUp('a foreign product', 'who bought something else on the same account is no member'),

  renewal('a trial is about to end', 'is reminded of its end once'),
  renewal('… cancelled meanwhile', 'is not reminded once she has cancelled'),
  renewal('… converted meanwhile', 'is not reminded of what she has begun to pay for already'),
  renewal('a trial converts', 'reads on while her first year is invoiced, and pays it once'),
  renewal('a trial converts with a refusing card', 'whose card is refused reads on in her grace'),
  renewal('a new card in the portal', 'is in order again at once when she gives a new card'),
  renewal('retries exhausted, cancelled', 'is no member any more when Stripe has given up'),
  otherSettings('retries exhausted, unpaid', 'reads no longer, until she pays'),
  otherSettings('grace passes by the clock', 'reads no longer, without another word from Stripe'),
  renewal('3-D Secure at a renewal', 'whose bank wants a word reads on'),
  renewal('a year later, at the old price', 'pays the price that she bought'),
  renewal('updated before created', 'is active all the same'),

  cancel('cancelled in the portal, in trial', 'in her trial, through the portal, reads to its end'),
  cancel('cancelled through our API', 'through our own page reads what she has paid for'),
  cancel('resumed', 'and thinks better of it'),
  cancel('ended and refunded by staff, twice', 'is shown out and paid back once'),
  cancel('paused and resumed', 'does not read while it is paused'),
  cancel('collection paused', 'reads on while only the collection of its payments is paused'),
  cancel('incomplete, and expired', 'makes nobody a member, neither while it is open nor'),
  cancel('another e-mail in the portal', 'is billed there, and signs in with the one she proved'),

  reversal('a full refund', 'whole has no membership any more'),
  reversal('partial refunds', 'in two equal parts stays a member after the first'),
  reversal('a dispute, won', 'is kept out until the bank decides, and reads again'),
  reversal('a dispute, lost', 'is no member any more when it was for her'),
  reversal('an early fraud warning', 'as the network warns, stays as she is, and staff are told'),

  plans('a price edit that is cut off', 'and hears no answer has made one new price'),
  plans('everything off', 'is a member at once, pays nothing, and has used the code once'),
  plans('a team of five', 'has the seats that it bought, without any further news'),
  plans('seats, invoiced at once', 'that grows pays for it at once'),
  plans('seats, with the next invoice', 'that grows until the next invoice has its seats now'),
  plans('a team ends', 'that ends reads no longer'),

  delivery('one event three times at once', 'that comes three times at once is heard once'),
  inFile('start/killed-process.spec.ts')(
    'a worker dies',
    'leaves it, and the whole queue behind it',
  ),
  inFile('lives/killed.spec.ts')('a process dies', 'has lost nothing and done nothing twice'),
  webhooks('a bad signature', '%s is refused, and nothing is kept'),
  webhooks('a changed body', 'whose bytes were changed on the way is refused'),
  delivery('a rolled secret', 'signed with the secret of before and the one of now is heard'),
  webhooks('a thin event', 'that is %s is taken and forgotten'),
  delivery('an answer lost after the deed', 'is one cancellation'),
];
