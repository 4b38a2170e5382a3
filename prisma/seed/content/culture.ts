/** What the paper wrote about stages, books, music and the things that grow between them. */
import { type ArticleSeed, drawing } from './article-seed.js';

export const culture: ArticleSeed[] = [
  {
    slug: 'metered-story-6',
    title: 'The last orchard inside the ring road',
    standfirst: 'Forty-one varieties, one family, and an offer that expires in March.',
    kind: 'story',
    gate: 'metered',
    section: 'culture',
    authors: ['ines-vega'],
    tags: ['nature', 'food', 'housing'],
    heroImage: drawing(
      'orchard',
      'Old apple trees in rows, with a ladder against one of them',
      'The ladder has nineteen rungs; the trees were pruned to fit it.',
    ),
    hoursAgo: 70,
    bodyHtml: `
<p>The Wender Pippin is not a good apple. It is sour until Christmas and woolly after Epiphany, and in between there are two weeks in which it tastes of pears, walnuts and something that nobody has yet been able to name. There is one tree of it left. It stands in the orchard of the Lovells, between the ring road and a furniture warehouse, and Tilda Lovell has been offered 2.2 million for the ground beneath it.</p>
<p>“Not for that tree alone,” she says. “They would take the other three hundred and six as well.”</p>
<h2>Forty-one kinds</h2>
<p>Her great-grandfather collected apples as other people collect stamps: he swapped. Whoever had an unknown tree by the house could bring a twig and take one home. In the shed hangs his plan of the orchard, drawn in ink on the back of an oilcloth, with forty-one names, some of which are found nowhere else. Leathercoat Late. Ferryman’s Supper. Widow Tull.</p>
<p>I sat among the trees for four days in order to draw them. One learns a few things. That a woodpecker has its hours. That the road is loudest at ten past eight and then, for a moment, between two changes of the lights, is not there at all. And that people come: they stand at the fence, say “I only wanted to look”, and stay for an hour.</p>
<h2>The sum</h2>
<p>In a good year the orchard earns 19,000. Lovell is sixty-three, and her children are a pilot and a pharmacist. Since last Tuesday the orchard has been a protected area, by decision of the council, which pleases everybody but does not pay for anything: an orchard that may not be built on must still be pruned.</p>
<p>The furniture warehouse would have put up a car park. Its offer stands until March, in case the protection should be lifted again; these things happen.</p>
<h2>Twigs</h2>
<p>In the meantime she is doing what her great-grandfather did. In February, when the wood sleeps, anybody can come and take a twig, of any tree, for nothing. One has to promise to graft it, and to write down where. Last winter there were sixty promises. On the oilcloth in the shed, all round the edge, small numbers have begun to appear: a garden in Upper Mill, a school yard, the roof of a boat.</p>
<p>“They can have the ground,” says Lovell, who will not sell it. “I am just seeing to it that the orchard is somewhere else by then.”</p>`,
  },
  {
    slug: 'curtain-fell-twice',
    title: 'The curtain that fell twice',
    standfirst:
      'An evening at the Playhouse that nobody will ever stage again, told by those who were on the wrong side of it.',
    kind: 'story',
    gate: 'members',
    section: 'culture',
    authors: ['ines-vega'],
    tags: ['theatre'],
    heroImage: drawing(
      'theatre',
      'The stage of the Playhouse with its red curtain half down',
      'The curtain weighs as much as a small car and is older than anybody who has worked it.',
    ),
    hoursAgo: 90,
    bodyHtml: `
<p>The first time it fell on cue. Act two was over, the countess had found the letter, six hundred people breathed out. The second time it fell four seconds later, all of it, with its pole, from a height of nine metres, and it cut the Playhouse in two.</p>
<p>Nobody was hurt. That has to be said at once, since in the account that is told in the pubs there is by now an understudy with a limp. But the countess, two servants and a greyhound stood in front of the curtain, which lay upon the stage like a red hill; behind it were the rest of the company, the scenery and the lights. And in the stalls six hundred people began, after a moment of respect, to applaud.</p>
<h2>In front</h2>
<p>“I thought they would stop,” says Philippa Dray, who was the countess. “I had a letter in my hand. I had no lines until act three, and act three was on the other side.”</p>
<p>She read the letter. It was a property, written years before by some stage manager who had been bored: a complaint to the gas company, four pages long. She read it as the countess would have read it. The servants wept. At the words “and I remain, with diminishing patience” somebody in the balcony shouted bravo, and the greyhound lay down in the middle of the stage and went to sleep, as it had been trained to do in act five.</p>
<h2>Behind</h2>
<p>Behind the hill they could hear it all and see nothing. The rope had gone: hemp, seventy years old, inspected in May. The flyman, Gus Amberley, had been standing a metre from where the pole came down. He sat on a coil of cable and counted his fingers. Then he said the sentence that now hangs, framed, in the green room: “Well, they can’t go home on that.”</p>
<p>So they came round by the street. Eleven people in silk, in November, ran out at the stage door, along Playhouse Lane, past a queue at the chip shop, and in through the foyer; they came down the aisles, from the back, out of breath, and played the third act in the stalls. The duel took place in row M. A man in M14 held the spare sword.</p>
<h2>After</h2>
<p>The house has a new rope now, of steel. The insurers paid for the floor. There were letters asking for the “version in the aisles” to be taken into the repertoire, and the director thought about it for a week, and said no. “You can’t rehearse that,” says Dray. “We would be very good at it, and it would be terrible.”</p>
<p>The gas company, by the way, has replied. Somebody who was there that night had sent in the letter. The bill from all those years ago has been corrected, by 4.12, in favour of the Playhouse.</p>`,
  },
  {
    slug: 'library-of-things',
    title: 'Borrowed: one ladder, two violins, a drone',
    standfirst:
      'The library lends things now. Books are still the favourite, but the ladder has a waiting list.',
    kind: 'story',
    gate: 'public',
    section: 'culture',
    authors: ['ines-vega'],
    tags: ['books', 'council'],
    heroImage: drawing(
      'library',
      'The reading room of the library with its tall windows',
      'The reading room. The ladder is not for the shelves.',
    ),
    hoursAgo: 40,
    bodyHtml: `
<p>The most wanted object in the library of Ellerford is not the new crime novel. It is three metres and ten long, made of aluminium, and it is due back on Saturday. Nineteen people are waiting for it.</p>
<p>For a year the library has lent things: tools, instruments, a projector, a tent for four, a sewing machine, a set of cake tins in the shape of the numerals. There are 212 altogether, most of them given. They stand in what used to be the room for atlases, and each has a number on its back, like a book.</p>
<h2>The rules</h2>
<p>Whoever has a card can borrow one thing for two weeks. It must come back clean. That is all. There was to have been a deposit, and a form with eleven boxes, but the librarian, Wen Achterberg, lost the form on the first day. “I looked for it everywhere,” she says, and looks at the ceiling.</p>
<p>In twelve months two things have not come back: a hammer, and half of a badminton set. The drone came back with a note of where it had been, and a rather fine photograph of the note’s author, up a tree.</p>
<h2>Two violins</h2>
<p>The violins were left by a woman who had played in the orchestra of the Playhouse. Since then they have been out for fifty-one of fifty-two weeks. One is with a girl from Saltside, whose mother had heard that you need to know for certain that a child is going to stay with it before you buy one. “How is one to know that?” says Achterberg. “We renew it every fortnight. She has been renewing it since March.”</p>
<p>The other is borrowed by a retired bus driver on the first Monday in each month, and comes back on the second. He does not want to keep it longer. He plays one piece, for his wife, on the day they met.</p>
<h2>And the books</h2>
<p>They are borrowed more often than before, by eleven per cent. People who come for a ladder pass the novels on the way out. From February the library is open on Sundays, too. It still needs a second ladder. If you have one that leans against a wall and is bored: the atlas room, any day but Wednesday.</p>`,
  },
  {
    slug: 'festival-memo',
    title: 'The summer festival has lost its sponsor. Who should care',
    standfirst:
      'For members with rooms, kitchens or stages. What 90,000 visitors are worth, and what can be saved by February.',
    kind: 'memo',
    gate: 'members',
    section: 'culture',
    authors: ['carla-ruiz', 'ines-vega'],
    tags: ['theatre', 'budget', 'food'],
    heroImage: null,
    hoursAgo: 140,
    bodyHtml: `
<p>To: members who let rooms, cook, print or play. The brewery will not sponsor the river festival next summer. It has told the organisers but not yet the public, and has allowed us to say so here. What is missing is 240,000 of 910,000.</p>
<p>The festival’s board meets on the 15th and has three papers before it: cancel, shrink, or go on and look for money. We have seen all three.</p>
<h2>What it is worth</h2>
<p>From the till data of 38 members, which we were allowed to add together, and the town’s count of visitors, we reckon that the ten days bring 4.3 million into Ellerford. A third of that would have been spent here anyway. The rest, 2.9 million, is shared unevenly:</p>
<ul><li>Food and drink: 1.4 million, four fifths of it within three hundred paces of the water.</li><li>Rooms: 0.8 million, spread over the whole town and out into the hills.</li><li>Shops: 0.5 million, mostly on the two Saturdays.</li><li>Everything else: 0.2 million.</li></ul>
<h2>Why “shrink” is the worst paper</h2>
<p>It sounds reasonable: five days in place of ten. But the stage, the pontoons and the permits cost the same for five. It saves 190,000 and gives up the second weekend, which earns more than half. Whoever sits on the board should ask for that table; it is not in the papers.</p>
<h2>What could be done by February</h2>
<ol><li><strong>A levy that is not called one.</strong> Forty cents on every drink sold within the festival ground would bring 130,000. Of the eleven landlords we asked nine would join in, if all do.</li><li><strong>Rooms.</strong> One in coin for each guest and night, from the hosts, for ten days: 31,000. The hoteliers’ club has said yes in principle, which from them is a great deal.</li><li><strong>The town.</strong> Its guarantee was never called upon in eleven years. Turned into a grant, it would be 80,000. The budget, as we wrote last week, has room.</li></ol>
<p>Together that is 241,000. The board may not know how near it is. If you want to be part of the first, tell us by the 10th, and we shall pass on names with your consent and nothing more.</p>`,
  },
  {
    slug: 'choir-of-the-yard',
    title: 'Forty lightermen and one soprano',
    standfirst:
      'The freight yard has had a choir since spring. It sings what it can remember, and it remembers a good deal.',
    kind: 'story',
    gate: 'registered',
    section: 'culture',
    authors: ['ines-vega'],
    tags: ['freight', 'work', 'theatre'],
    heroImage: null,
    hoursAgo: 245,
    bodyHtml: `
<p>It began with an argument about a second verse. Two crane drivers, in the canteen of the freight yard, could not agree on how it went; a third sang it in order to settle the matter; and from the table by the window, where the accounts department eats, came a voice that nobody had reckoned with, an octave and a half above.</p>
<p>“I only wanted them to get it over with,” says Ottilie Marsh, who looks after the wages. Forty people turned round. She went on to the end of the song, since she was standing up already.</p>
<h2>Tuesdays, shed 9</h2>
<p>Since April they have been meeting on Tuesdays in shed 9, after the late shift. Nobody can read music but Marsh, so nobody is given any. She sings a line, they sing it back. It is how songs have always been passed on along the river, only that it had not been done for thirty years, since the engines became too loud.</p>
<p>What came to light surprised everybody. Old Nils Overbeck knew eleven verses about a lock keeper’s daughter, of which four can be sung in public. A forklift driver had brought a boat song from another river altogether, in another language, and it turned out that it went to the same tune. They now sing the two at once.</p>
<blockquote><p>“You can’t shout at somebody on a Wednesday when you have breathed with him on a Tuesday,” says the foreman of the night shift. “I have tried.”</p></blockquote>
<h2>The concert</h2>
<p>They do not want to give a concert. They have been asked by the Playhouse, by the church and by a bank. Marsh put it to the vote, and it was forty to nothing. But when shed 9 is full the doors have to be left open because of the damp, and sound carries well over water.</p>
<p>So on Tuesdays, a little after ten, the path on the Saltside bank is busier than one might expect, for the time of night and of year. People lean on the wall. Some have brought flasks. Nobody claps, because then they would know. When it is over, the ferry makes one extra crossing, which is in no timetable, and on the way across the passengers do not talk.</p>`,
  },
  {
    slug: 'reading-habits-report',
    title: 'What Ellerford reads, and when it stops',
    standfirst:
      'Two million loans over ten years, without a single name. The page on which readers give up has moved.',
    kind: 'trend-report',
    gate: 'metered',
    section: 'culture',
    authors: ['tomas-hale'],
    tags: ['books', 'classrooms'],
    heroImage: null,
    hoursAgo: 320,
    bodyHtml: `
<p>The library keeps no list of who has read what; it forgets a loan on the day that the book comes back. What it does keep are numbers: title, date out, date in. Ten years of these, two million rows, were given to us on a memory stick in the shape of an owl.</p>
<p>We looked for what has changed. The short answer is that the town reads more and finishes less.</p>
<h2>More</h2>
<p>Loans fell for six years and have risen for four. The rise is carried by two groups whom nobody had expected: people between sixteen and twenty-four, by the type of card, and crime novels from before 1960, which the library had nearly thrown out.</p>
<table><thead><tr><th scope="col">Kind</th><th scope="col">Loans, change in ten years</th><th scope="col">Days kept</th></tr></thead><tbody><tr><td>Crime</td><td>+34 %</td><td>11</td></tr><tr><td>Cookery</td><td>+21 %</td><td>19</td></tr><tr><td>Poetry</td><td>+12 %</td><td>8</td></tr><tr><td>Novels, other</td><td>−6 %</td><td>17</td></tr><tr><td>Self-improvement</td><td>−41 %</td><td>5</td></tr></tbody></table>
<h2>Less</h2>
<p>How can one tell that a book has not been finished? By its ribbon. Four hundred of the library’s books have one sewn in, and for a month Wen Achterberg’s staff wrote down on which page it lay when the book came back. Ten years ago, for an exhibition, they had done the same.</p>
<p>Then the typical reader who gave up did so on page 112. Now it is page 61. But those who get past page 61 finish nearly always, more often than in the past. We do not read worse, one might say. We just decide sooner.</p>
<h2>What we make of it</h2>
<ul><li>Short books are not the answer: they are given up as often, only earlier.</li><li>Books that somebody has recommended at the counter are finished twice as often as those picked up from the table of new titles. Sunday opening with two librarians at the counter may do more for reading than any campaign.</li><li>Poetry is brought back after eight days, and is then borrowed again by, it seems, the same cards. Nobody finishes poetry. It appears to be the point.</li></ul>
<p>The owl has been returned, empty, and in time.</p>`,
  },
];
