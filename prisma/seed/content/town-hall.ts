/** What the paper wrote about the council, housing and getting about. */
import { type ArticleSeed, drawing } from './article-seed.js';

export const townHall: ArticleSeed[] = [
  {
    slug: 'registered-story',
    title: 'We rang at 214 doors that are said to be empty',
    standfirst:
      'The town says that it has 214 vacant flats. We went to look. Behind some of the doors somebody opened.',
    kind: 'story',
    gate: 'registered',
    section: 'town-hall',
    authors: ['ben-osei', 'tomas-hale'],
    tags: ['housing', 'council'],
    heroImage: null,
    hoursAgo: 14,
    bodyHtml: `
<p>The list has nine pages. It is kept by the housing office of Ellerford, it names every flat that has used no water for six months, and in the argument about the harbour it is waved about by everybody. Two hundred and fourteen empty flats, says one side: fill those before you build. Two hundred and fourteen is nothing, says the other.</p>
<p>Nobody had rung the bells. So, over three weeks, two of us did.</p>
<h2>Who opened</h2>
<p>At nineteen doors somebody answered. An old man in Tanners’ Row has his water from a neighbour, through a hose, since a quarrel with the water office in which, having seen the letters, we are inclined to take his side. Four sisters share one meter for two flats. A dentist uses a flat as a store for plaster casts of teeth; she showed us, and we wish that she had not.</p>
<table><thead><tr><th scope="col">What we found</th><th scope="col">Flats</th></tr></thead><tbody><tr><td>Lived in after all</td><td>19</td></tr><tr><td>Being repaired, or waiting for it</td><td>58</td></tr><tr><td>Let to visitors by the night</td><td>47</td></tr><tr><td>In dispute between heirs</td><td>36</td></tr><tr><td>Empty, without any reason we could find</td><td>41</td></tr><tr><td>Do not exist</td><td>13</td></tr></tbody></table>
<h2>Thirteen that do not exist</h2>
<p>The thirteen are the most instructive. Seven were joined to the flat next door years ago. Five belong to a house that burnt down. One, flat 9 at 11 Ropewalk, has a door, a bell and a letterbox; behind it is a wall. The caretaker thinks that it was always like that, for the look of the thing.</p>
<h2>Forty-one</h2>
<p>Which leaves forty-one. Twenty-six of them have the same owner, a company with a postbox in the county town. It did not answer four letters. Its cleaner did, at the door of the ninth flat we tried. She comes every second Friday, she told us, to run the taps.</p>
<p>“So that the pipes stay good,” she said. But a flat whose taps are run uses water, and should not be on the list at all. We asked for the figures of all flats that use exactly as much as a tap left open for ten minutes on every second Friday. The housing office has promised them for next week. We shall ring there too.</p>`,
  },
  {
    slug: 'metered-story-2',
    title: 'Line 4, six minutes late since 1987',
    standfirst:
      'We rode it for a week with a stopwatch and a retired driver. He knew where the six minutes are.',
    kind: 'story',
    gate: 'metered',
    section: 'town-hall',
    authors: ['tomas-hale'],
    tags: ['trams', 'council'],
    heroImage: drawing(
      'tram',
      'A tram of Line 4 climbing Hobbin Hill',
      'Line 4 on the climb to Hobbin Hill, where it is still on time.',
    ),
    hoursAgo: 20,
    bodyHtml: `
<p>“Now,” says Walter Finch, and closes his eyes. The tram hums, slows, stops. Nobody gets in. He opens his eyes. “Twenty-two seconds. Every time.”</p>
<p>We are at Almshouse Gate, a stop on Line 4 that serves a gate without an almshouse. Finch drove this line for thirty-four years. He has agreed to ride it with me for a week, forty-two trips from end to end, to answer a question that Ellerford has been asking itself for longer than some of its councillors have lived: why is Line 4 always six minutes late?</p>
<!--paywall-->
<h2>Where the time goes</h2>
<p>It is not the traffic; the line has a track of its own. It is not the drivers. By Wednesday the stopwatch shows that the delay is made in five places, and that it is the same delay in the rain.</p>
<ul><li>Almshouse Gate: 22 seconds for nobody.</li><li>The signal at Corn Street, which was set for horses and turned into a rule: 70 seconds.</li><li>The curve at the brewery, taken at walking pace since a cask fell off a dray: 55 seconds.</li><li>The single track at Mill Lane, waiting for the tram from the other side: 110 seconds.</li><li>That tram is late because it waited for this one: 103 seconds.</li></ul>
<p>Together: six minutes exactly. “I could have told you that,” says Finch. “I did tell them that. I have the carbon copy.”</p>
<h2>The timetable as a work of fiction</h2>
<p>Why not simply print a timetable with the six minutes in it? The tram company tried, in the year of the new coaches. Then Line 4 missed the connection at the station on paper as well as in life, and the county, which pays for connections, cut the grant. So the old timetable came back. It is a document addressed to the county. Everybody else in Ellerford adds six.</p>
<p>The odd thing is what would help. Not the passing loop at Mill Lane, which would cost four million and has been in every manifesto for twenty years. If the company closed Almshouse Gate and reset the signal at Corn Street, the two trams would meet ninety seconds earlier, and neither would have to wait for the other. We have run the sums four times. The delay falls to one minute and ten seconds.</p>
<p>The company’s director asked us to send her the sheet. On Friday a man with a ladder was seen at Corn Street. Finch stood beneath him for a while with his hands behind his back, saying nothing, as one stands beside a grave or a birth.</p>`,
  },
  {
    slug: 'waiting-list',
    title: 'Number eight hundred and six',
    standfirst:
      'How the housing list works when nobody is looking: a year with a family, a file and a rule about bathrooms.',
    kind: 'story',
    gate: 'members',
    section: 'town-hall',
    authors: ['ben-osei'],
    tags: ['housing'],
    heroImage: null,
    hoursAgo: 62,
    bodyHtml: `
<p>In January the Okafors were number 831. In June, after a birth, they were number 790. In July they were 806, and nobody could tell them why they had gone back.</p>
<p>I have spent a year with their file. It is a good place from which to see the list, because Grace Okafor, who does the accounts for two garages, keeps everything: forty-four letters, nine forms and a note of every call, with the time and the name of whoever was kind.</p>
<h2>Points</h2>
<p>A place on the list is made of points. There are points for children, for damp, for stairs, for years. The family rose in June because of the baby and fell in July because of the bathroom.</p>
<p>It had been mended. Since spring they had reported the leak, and in July the landlord, after a letter from the very office that keeps the list, put in a new pipe. A flat with a working bathroom is worth eight points less. “We complained successfully,” says Daniel Okafor. “I do not recommend it.”</p>
<h2>The people who add up</h2>
<p>Four clerks keep the list. Their office is on the side of the town hall that gets no sun, and they were more willing to talk than anybody had told me they would be. They know about the bathrooms. They have a word for it: somebody who falls because something was repaired has been <em>mended down</em>. In the past year it happened to 117 households.</p>
<p>Why not count the points on the day of the application? Because then, says the eldest of the four, people who live in ruins that have since fallen down would stand above people who live in ruins now. “We had that. It was called the old system, and you wrote an article about it.” He is right. It was a good article.</p>
<h2>What would help</h2>
<p>Other towns let points fall by halves, a year at a time. It costs nothing but an afternoon’s work on a spreadsheet. The proposal has been on the agenda of the housing committee five times this year and was put off each time because of the harbour.</p>
<p>In November the Okafors were number 779. On the last page of her folder Grace has drawn a graph. It is a good graph. If nothing is repaired, it reaches the bottom in eleven years.</p>`,
  },
  {
    slug: 'council-briefing',
    title: 'What the council decided on Tuesday',
    standfirst: 'Nine items in four hours. The five that will touch you, and when.',
    kind: 'briefing',
    gate: 'public',
    section: 'town-hall',
    authors: ['ben-osei'],
    tags: ['council', 'budget', 'trams'],
    heroImage: null,
    hoursAgo: 26,
    bodyHtml: `
<p>The council of Ellerford met on Tuesday from five until a little after nine. Thirty-one of thirty-three members were present. These are the decisions that change something, in the order in which you will notice them.</p>
<h2>1. Bins, from Monday</h2>
<p>Paper will be collected every week instead of every second week in Saltside and Quayfields, after a trial in which the streets were cleaner and nothing else was worse. Upper Mill follows in spring. Carried without a vote against.</p>
<h2>2. Night trams, from the first Friday of next month</h2>
<p>Lines 1 and 4 will run every half hour until two on Fridays and Saturdays. The trial lasts six months and costs 180,000. It continues if on average more than twenty people ride on each tram. Carried by 22 to 9.</p>
<h2>3. Dogs in the orchard, from January</h2>
<p>The orchard inside the ring road becomes a protected area. Paths stay open; dogs must be on a lead from March to July. An amendment to ban them altogether got three votes, and some barking from the gallery.</p>
<h2>4. The library, from February</h2>
<p>Opening hours grow from 38 to 46 a week, with Sunday afternoons, paid for by closing the counter at the town hall that lends out parking discs and is visited by four people a day. Carried by 28 to 3.</p>
<h2>5. The swimming pool, some time</h2>
<p>The roof must be replaced. The council chose the middle of three plans: repair in two summers, with one pool open at any time. It will cost 2.6 million, if the beams are as sound as the report supposes. The report is from a man with a hammer, said one councillor. So was the last one, said another, and the roof is still there.</p>
<h2>Put off</h2>
<p>The points of the housing list, for the fifth time. The loan for the flood wall goes to the special session on Thursday, which is open to all and begins at six.</p>
<p>The minutes and every vote by name are in the public file at the town hall, room 12, and on its notice board.</p>`,
  },
  {
    slug: 'rents-report',
    title: 'What a home costs, street by street',
    standfirst:
      'Our own figures from 3,418 rents. Where it still goes up, where it has stopped, and one street where it falls.',
    kind: 'trend-report',
    gate: 'members',
    section: 'town-hall',
    authors: ['tomas-hale', 'ben-osei'],
    tags: ['housing', 'work'],
    heroImage: null,
    hoursAgo: 120,
    bodyHtml: `
<p>Twice a year we ask you what you pay. This autumn 3,418 households answered, about one in nine of those who rent in Ellerford. We weigh the answers by age of building and by district, throw out the obvious jokes, and publish what is left.</p>
<p>The average rent rose by 2.9 per cent in a year, the least since we began. Behind the average are two towns. In the one, along the river, rents still rise twice as fast as wages. In the other they have, quite quietly, stopped.</p>
<h2>The figures</h2>
<table><caption>Monthly rent for two rooms, and the change in a year</caption><thead><tr><th scope="col">District</th><th scope="col">Rent</th><th scope="col">Change</th></tr></thead><tbody><tr><td>Quayfields</td><td>1,040</td><td>+7.4 %</td></tr><tr><td>Saltside</td><td>890</td><td>+6.1 %</td></tr><tr><td>Old Town</td><td>860</td><td>+2.2 %</td></tr><tr><td>Upper Mill</td><td>745</td><td>+0.3 %</td></tr><tr><td>Hobbin Hill</td><td>720</td><td>+0.1 %</td></tr><tr><td>Tanners’ Row</td><td>610</td><td>−3.8 %</td></tr></tbody></table>
<h2>What drives it</h2>
<p><strong>The river.</strong> Every hundred metres nearer to the water adds 22 a month, up to the third street. It was 9 five years ago.</p>
<p><strong>Moving.</strong> Whoever has lived in the same flat for ten years pays 31 per cent less than the neighbour who has just come. So nobody moves: the share of flats that change hands fell from 11 to 7 per cent a year. The shortage that people feel is in part a shortage of removal vans.</p>
<p><strong>The flood.</strong> In Tanners’ Row, outside the new wall, rents fell before Sunday’s water. Three landlords told us that they could no longer insure the ground floors.</p>
<h2>What we expect</h2>
<ol><li>If the second half of the wall is built, the Row will rise by a tenth in two years and then behave like Saltside. Whoever wants to protect its tenants has these two years.</li><li>The 410 flats at the basin, should they come, will slow the rise along the river but not turn it: they are four years’ worth of newcomers.</li><li>Upper Mill stays flat as long as Line 4 stays late. We mean this seriously. Homes within a few minutes of a punctual stop cost 6 per cent more, and Upper Mill has no such stop.</li></ol>
<h2>How sure we are</h2>
<p>For the whole town the change is good to within one point; for single districts, within two and a half. The table of all streets with more than fifteen answers is sent to members who took part.</p>`,
  },
  {
    slug: 'budget-memo',
    title: 'The hole in next year’s budget is smaller than it looks',
    standfirst:
      'The council speaks of a gap of nine million. We find four. What that means for fees, and for whom.',
    kind: 'memo',
    gate: 'members',
    section: 'town-hall',
    authors: ['ben-osei', 'tomas-hale'],
    tags: ['budget', 'council'],
    heroImage: null,
    hoursAgo: 75,
    bodyHtml: `
<p>To: members who pay fees to the town, hold its contracts, or are thinking of either. The treasurer’s draft shows a gap of 9.2 million in next year’s budget. It is repeated in every speech. We have been through the 611 pages, and we do not believe it.</p>
<p>This is not an accusation. Treasurers are paid to be gloomy, and this one has been right more often than we have. But three of his lines are gloomier than his own annexes.</p>
<h2>Three lines</h2>
<ul><li><strong>Business tax, 2.4 million too low.</strong> The draft takes the average of five years, among them the year in which the sugar works burnt. Leave it out, and the average rises.</li><li><strong>Interest, 1.6 million too high.</strong> It is reckoned at the rate of last spring. Two thirds of the debt has since been fixed for ten years at less; the contract is on page 498.</li><li><strong>The swimming pool, 1.1 million twice.</strong> Once under buildings, once under sport.</li></ul>
<p>That leaves a gap of about four million. The reserve holds eleven.</p>
<h2>What we expect to happen</h2>
<p>The gap of nine will be used until the middle of December to refuse things, and it will then be found to be smaller. In the meantime two decisions will be taken under its impression, and those are the ones to watch.</p>
<p><strong>Market fees</strong> are to rise by 20 per cent on the first of January. The committee votes next Wednesday. With four million instead of nine the argument for 20 is gone, and two members of the majority have told us that they would follow an amendment for 8.</p>
<p><strong>Contracts for winter service</strong> will be let for one year instead of three, to save the deposit. Bidders should offer both: the three-year price is asked for as an option in the small print, and we think that it will be taken.</p>
<h2>What could prove us wrong</h2>
<p>The county. If it moves its share of the school buses to the towns, as a paper from its finance office suggests, Ellerford is 1.9 million poorer. The county decides on the 18th. We shall write again on the 19th.</p>`,
  },
  {
    slug: 'night-bus',
    title: 'Who is awake: a night on the last bus',
    standfirst:
      'At ten past one the N2 leaves the hospital with six people on board. In a month the night tram will replace it.',
    kind: 'story',
    gate: 'members',
    section: 'town-hall',
    authors: ['otto-reed'],
    tags: ['trams', 'work'],
    heroImage: null,
    hoursAgo: 230,
    bodyHtml: `
<p>The driver of the N2 knows his passengers by their shoes. Clogs are the ward, rubber soles the kitchen, steel caps the freight yard. “And those,” says Emeka Stroud, nodding into his mirror at a pair of silver sandals, “have missed the last tram.”</p>
<p>It is ten past one in front of the hospital. The bus will take fifty minutes to Hobbin Hill by way of everything. From next month there will be a tram instead on Fridays and Saturdays, faster and brighter. It will not come up the drive of the hospital.</p>
<!--paywall-->
<h2>Four hundred paces</h2>
<p>It is four hundred paces from the ward to the nearest stop of Line 1. By day that is nothing. Vesna Kolar, who has worked nights on the ward for sixteen years, walked it for me with a stopwatch on her break. Three minutes and fifty seconds, past the incinerator and through the underpass.</p>
<p>“I am not afraid,” she says. “But for sixteen years I have not had to think about whether I am afraid. That is worth something too.”</p>
<p>Nobody asked the hospital. The tram company counted the passengers of the N2 on a Saturday in August, when two wards were closed for painting, and found eleven. On the Saturday on which I ride along there are forty-three.</p>
<h2>What the bus is for</h2>
<p>The steel caps get off at the freight yard, and others get in, who smell of grain. Somebody shares out samosas from a tin. A boy with a cello in a case as large as himself is on his way home from a wedding at which he played, he says, the same four pieces eleven times. Stroud lets him out between two stops, in front of his door, which he is not allowed to do.</p>
<p>The woman with the silver sandals is asleep. At the terminus Stroud goes back and wakes her by jingling his keys, from two metres away, as one should. She lives in Quayfields, at the other end of the town.</p>
<p>“I turn round here anyway,” he says.</p>
<p>The company now says that it will “look at the matter of the drive”. Until it has finished looking, the N2 will keep running on all seven nights. This was decided on Thursday, the day after we had asked for the August figures.</p>`,
  },
];
