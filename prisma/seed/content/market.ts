/** What the paper wrote about business, shops and work. */
import { type ArticleSeed, drawing } from './article-seed.js';

export const market: ArticleSeed[] = [
  {
    slug: 'metered-story-3',
    title: 'What a stall on the square costs now',
    standfirst:
      'Fees are to rise by a fifth. The cheese seller let us count along with her for a day.',
    kind: 'story',
    gate: 'metered',
    section: 'market',
    authors: ['carla-ruiz'],
    tags: ['shops', 'food', 'council'],
    heroImage: drawing(
      'market',
      'Striped awnings on the market square',
      'Twenty-nine stalls on a Wednesday; there used to be forty-four.',
    ),
    hoursAgo: 33,
    bodyHtml: `
<p>At twenty to seven Berit Aamodt sells her first piece of cheese, to the man who sweeps the square: an end of mountain cheese, 140 grams, for which she charges him 2.00. It cost her 1.31. “He gets the friend’s price,” she says. “Write down 69 cents.”</p>
<p>I write it down. I shall go on writing until two in the afternoon, because the fee for a stall on the square of Ellerford is to rise by a fifth, and everybody has an opinion on it but nobody has a sum.</p>
<h2>The day</h2>
<p>Wednesday is the weaker of the two market days. It drizzles until nine. There are 118 customers, of whom eleven only want to talk. By two o’clock the till holds 1,364.20.</p>
<table><thead><tr><th scope="col">Where it goes</th><th scope="col">Amount</th></tr></thead><tbody><tr><td>Cheese, bought</td><td>861.50</td></tr><tr><td>Waste: ends, rinds, tasting</td><td>58.00</td></tr><tr><td>Van, fuel, insurance</td><td>74.00</td></tr><tr><td>Stall fee and electricity</td><td>63.00</td></tr><tr><td>Help from ten to one</td><td>52.50</td></tr><tr><td>Left over</td><td>255.20</td></tr></tbody></table>
<p>She got up at three and will be in bed by eight. Between those hours are eleven of work on the square and at the warehouse, which makes 23.20 an hour, before tax and before January. “January you must take off everything,” says Aamodt. “In January people eat what they were given.”</p>
<h2>A fifth of what?</h2>
<p>A fifth more on the fee would be 12.60 a day. One could say that this is eleven customers who do not only want to talk. One could also say that it is the half hour of help at noon, during which Aamodt eats.</p>
<p>For the sock seller opposite, who takes 300 on a good day, the sum is a different one. He has paid up to Christmas and not beyond. Of the forty-four stalls of ten years ago twenty-nine are left, and the square costs the town the same to sweep.</p>
<p>The committee votes on Wednesday, in a room from which one can see the market. At ten to two, when I have closed my notebook, Aamodt weighs out the last of the blue and pushes it across the scales. “Friend’s price,” she says. It was 4.80. She would not let me write down the rest.</p>`,
  },
  {
    slug: 'cooperage',
    title: 'Four buyers for a cooperage, and a dog',
    standfirst:
      'The last barrel maker on the Wend is retiring. He has had four offers, and he has turned down the best.',
    kind: 'story',
    gate: 'members',
    section: 'market',
    authors: ['carla-ruiz'],
    tags: ['work', 'shops'],
    heroImage: null,
    hoursAgo: 81,
    bodyHtml: `
<p>The first buyer wanted the land. The second wanted the name. The third wanted the customers, and had brought somebody who measured the doors. The fourth came on a bicycle, and the dog lay down on her feet.</p>
<p>“That is not why,” says Konrad Ferrar, who is seventy-one and has made barrels in Ropewalk since he was fifteen. “But I noticed it.”</p>
<p>Across the county some nine hundred firms are looking for somebody to take them over, and most will not find anyone. Ferrar’s is unusual because it found four, and because he has let us read the offers.</p>
<h2>The offers</h2>
<p>The land was worth most: 880,000, for eleven flats. The name would have brought 300,000, from a maker of garden furniture who promised to keep the sign. The competitor from downriver offered 410,000 for the order book and would have moved the work to his own halls. And Mo Tressider, thirty-four, a joiner, with eleven years in a boatyard behind her, offered 120,000 now and a tenth of the profit for ten years.</p>
<p>Ferrar’s accountant drew up a table. By the table, Tressider came third, if the firm does as well as it has; last, if it does not. Ferrar took it home. His wife read it and asked where in the table the two men stood who have worked for him for twenty-six and nineteen years.</p>
<h2>What a barrel needs</h2>
<p>There are thirty staves in a barrel and no glue, no nail and no measurement that would help you. “It is tight or it isn’t,” says Ferrar. He has seen people learn it in a year, and people who did not learn it in five. In March he let Tressider make one on her own. It leaked. In April it leaked less. At the end of May she filled one and went home, and in the morning the floor was dry, and there was a coin on the lid, as is the custom in the trade.</p>
<p>The bank was harder than the barrel. It lends on land, machines and orders; the land was not in the sale and the machines are older than the bank. What settled it in the end was a letter from the distillery on Hobbin Hill, the largest customer, which ordered for three years ahead on condition that nothing changes.</p>
<p>The contract was signed last Friday on the workbench. Ferrar stays until the summer, on Tuesdays and Thursdays, unpaid; that was his condition. The dog is not mentioned in the contract. It comes on all five days.</p>`,
  },
  {
    slug: 'high-street-report',
    title: 'The high street after the department store',
    standfirst:
      'Two years ago the biggest shop in town closed. We counted every door on Corn Street since. The surprise is on the first floor.',
    kind: 'trend-report',
    gate: 'members',
    section: 'market',
    authors: ['tomas-hale', 'carla-ruiz'],
    tags: ['shops', 'work'],
    heroImage: null,
    hoursAgo: 150,
    bodyHtml: `
<p>When the department store on Corn Street closed, the chamber of trade foretold that a third of the street would follow within two years. We have walked the street on the first Monday of every month since, and written down what is behind each of its 96 doors.</p>
<p>A third did not follow. The number of empty shops rose from seven to nineteen in the first year, and has fallen to eleven in the second. But it is not the same street.</p>
<h2>Who left, who came</h2>
<table><thead><tr><th scope="col">Trade</th><th scope="col">Then</th><th scope="col">Now</th></tr></thead><tbody><tr><td>Clothes and shoes</td><td>27</td><td>14</td></tr><tr><td>Food to take home</td><td>9</td><td>13</td></tr><tr><td>Food to sit down to</td><td>12</td><td>18</td></tr><tr><td>Repairs and second hand</td><td>2</td><td>11</td></tr><tr><td>Health, from glasses to teeth</td><td>8</td><td>13</td></tr><tr><td>Other</td><td>31</td><td>16</td></tr><tr><td>Empty</td><td>7</td><td>11</td></tr></tbody></table>
<h2>Three things we did not expect</h2>
<p><strong>Smaller is let faster.</strong> Shops below 60 square metres stand empty for ten weeks on average, those above 200 for fourteen months. Three owners have put in walls. All three have tenants.</p>
<p><strong>The morning has moved.</strong> With the store went the midday crowd. The busiest hour is now between four and five, when the schools and the freight yard let out at once. Shops that open from eleven to seven instead of nine to five take 13 per cent more, say the six that tried it and showed us their books.</p>
<p><strong>The first floor.</strong> Above the shops there used to be stockrooms. In 22 houses there are now flats, practices and workshops, with doors of their own to the street. After six in the evening there is light in the windows, and the shops underneath report fewer broken ones.</p>
<h2>What we expect</h2>
<ol><li>Clothes will fall to about ten shops and stay there: those that alter what they sell are growing.</li><li>The empty store itself will not become a store. Of the five plans on the owner’s table the likeliest is a school below and flats above; it needs a second staircase, which costs two million.</li><li>Rents are falling for new contracts, by about 9 per cent, but not yet for old ones. Whoever’s lease ends next year should bring this page along.</li></ol>
<p>The count goes on. If you trade on Corn Street and your door is wrong in our table, tell us; two of ours have been.</p>`,
  },
  {
    slug: 'openings-briefing',
    title: 'Opened, closed, moved',
    standfirst: 'The month on the high street and off it, in three lists.',
    kind: 'briefing',
    gate: 'registered',
    section: 'market',
    authors: ['carla-ruiz'],
    tags: ['shops', 'food'],
    heroImage: null,
    hoursAgo: 57,
    bodyHtml: `
<p>Once a month we write down what has changed behind the doors of Ellerford. Eleven changes in November, which is a quiet month; two of them are good news for people with bicycles.</p>
<h2>Opened</h2>
<ul><li><strong>Second Wind</strong>, Corn Street 41. Bicycles, used and mended. The owner learnt the trade on the freight yard’s delivery bikes and will show you how to do it yourself, if you ask before noon.</li><li><strong>Aldous, the other one</strong>, Quayfields. The baker from Tanners’ Row now has a counter on dry land, with the same rye loaf, from six in the morning.</li><li><strong>The Thimble</strong>, Ropewalk 3. Alterations while you wait, with a chair for whoever waits.</li><li><strong>A dentist</strong>, above the pharmacy. New patients taken until the end of January, says the card in the window, which has already drawn a queue.</li></ul>
<h2>Closed</h2>
<ul><li><strong>Harker’s Lamps</strong>, after fifty-two years. The last lamp, a brass one with a green shade, was bought by the man from next door, who says that he could not have slept.</li><li><strong>The sandwich bar at the station</strong>, which waited for Line 4 a little too often.</li><li><strong>Two banks’ counters</strong> on the same Friday. Both machines stay. The nearest counter is now in Upper Mill, on Tuesdays.</li></ul>
<h2>Moved</h2>
<ul><li><strong>The toy library</strong>, from the church hall into the old lamp shop from December. It needs shelves; measurements are in the window.</li><li><strong>Petra’s Wool</strong>, three doors down, to a shop half the size. “I sold the air,” says Petra.</li><li><strong>The key cutter</strong>, into the market hall, stall 8, because of the fees on the square.</li><li><strong>Bicycles, the other ones</strong>: the hire station from the bridge to the library, with twenty bikes in place of twelve.</li></ul>
<p>Next month: what becomes of the cinema’s foyer, and whether anybody will open the kiosk at Almshouse Gate before the stop is closed.</p>`,
  },
  {
    slug: 'repair-cafe',
    title: 'The woman who mends toasters on Thursdays',
    standfirst:
      'In a former bank, with the vault as its store, Ellerford repairs what it would have thrown away. There is a waiting list.',
    kind: 'story',
    gate: 'public',
    section: 'market',
    authors: ['ines-vega'],
    tags: ['shops', 'work'],
    heroImage: null,
    hoursAgo: 210,
    bodyHtml: `
<p>The toaster comes from a kitchen in Upper Mill and has toasted, its owner estimates, some thirty thousand slices. Now it does nothing. Irma Castellane turns it over, looks at it for a while as one looks at a child that says it is ill, and takes out a screw.</p>
<p>“There are three things that can be wrong with a toaster,” she says. “Crumbs, a wire, or the person.” It is crumbs.</p>
<h2>In the vault</h2>
<p>Every Thursday from four to eight, in what used to be the county bank on Corn Street, people bring what is broken to people who know what to do. There are eleven menders: two for bicycles, three for clothes, one for clocks, and for everything with a plug there is Castellane, who spent her working life on the signals of the tramway. The spare parts are kept in the vault, behind forty centimetres of steel. The combination has been lost, so that it is never closed.</p>
<p>Last year they looked at 2,140 things and mended 1,580 of them. The rest they take apart. What they do not do is mend things for you: you sit beside them and hold the lamp.</p>
<blockquote><p>“People think that they come with a hair dryer,” says Castellane. “They come because nobody has ever let them look inside one.”</p></blockquote>
<h2>The list</h2>
<p>Since the spring there has been a waiting list, at present of three weeks. The town gives the room and the heating. Two shops that sell electrical goods give money, which caused some talk. “We don’t earn anything with toasters,” says one of the owners. “We earn it with people who trust us.”</p>
<p>At ten to eight a boy of perhaps nine puts a radio on the table. It is older than his parents. It was his great-grandfather’s and it hums. Castellane gives him the screwdriver. It is a capacitor, a thing the size of a bean that costs forty cents. He solders it in himself, with his tongue between his teeth, and when a voice comes out of it, reading the water levels of the Wend, he looks behind the radio to see who is there.</p>`,
  },
  {
    slug: 'apprentice-pay-memo',
    title: 'Why your trainee leaves in the second year',
    standfirst:
      'For members who train people. What 140 apprentices told us when their employers were out of the room.',
    kind: 'memo',
    gate: 'members',
    section: 'market',
    authors: ['dov-levin', 'carla-ruiz'],
    tags: ['work', 'classrooms'],
    heroImage: null,
    hoursAgo: 172,
    bodyHtml: `
<p>To: members who employ apprentices, or have given up on it. One in four who start a trade in Ellerford does not finish it, and most of those who go leave between the thirteenth and the eighteenth month. We asked 140 of them, those who stayed and those who left, at the college, with a promise that no firm would be named.</p>
<p>The answer is not the pay. It comes fifth. If you have read enough, that is the memo; the rest is what comes first to fourth.</p>
<h2>First: nobody says what good looks like</h2>
<p>In the first year everything is new. In the second the tasks repeat, and the only sign that something was done well is that nobody shouts. Of those who left, 71 per cent could not name a single thing that their trainer thought they did well. Of those who stayed, 18 per cent.</p>
<h2>Second: the broom</h2>
<p>Nobody minds sweeping. Everybody minds that only one person sweeps. In the firms that lose nobody, the broom goes round, the owner included. We found six such firms, in five trades, and they do not know of each other.</p>
<h2>Third: Monday</h2>
<p>The week at the college ends on a Friday, and on Monday nobody asks what it was about. The trainers we spoke to say that they have no time. It takes, by our stopwatch, four minutes.</p>
<h2>Fourth: the journey</h2>
<p>Whoever has to be on site at half past six in Quayfields and lives on Hobbin Hill has no tram. Three firms pay for a moped. None of the three has lost anybody in four years. A moped costs as much as one advertisement for a trainee.</p>
<h2>What we would do in January</h2>
<ol><li>Put down a date in the thirteenth month, half an hour, with one question: what can you do now that you could not do a year ago? Let them answer first.</li><li>Write the broom into the rota.</li><li>Ask on Mondays.</li></ol>
<p>And the pay? Those who left had on average eleven more a month than those who stayed. It is often the firms which know that something is wrong that pay more. The money says sorry, as one apprentice put it, but it does not say what for.</p>`,
  },
];
