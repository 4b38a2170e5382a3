/** What the paper wrote about schools and those who leave them. */
import { type ArticleSeed, drawing } from './article-seed.js';

export const schools: ArticleSeed[] = [
  {
    slug: 'metered-story-5',
    title: 'A school without bells',
    standfirst: 'Mill Lane switched them off for a term. It was meant to be a repair.',
    kind: 'story',
    gate: 'metered',
    section: 'schools',
    authors: ['dov-levin'],
    tags: ['classrooms'],
    heroImage: drawing(
      'school',
      'The brick front of Mill Lane school with its clock',
      'The clock at Mill Lane has been right twice a day since Easter.',
    ),
    hoursAgo: 44,
    bodyHtml: `
<p>The bell of Mill Lane school broke on the second day of term, in the middle of a ring. It stuck. For eleven minutes, until the caretaker had found the right fuse, 460 children stood in the corridors with their hands over their ears. Then it was quiet, and somebody laughed, and everybody went to their lessons.</p>
<p>The part was on order for two weeks, then for six. By the time it arrived, nobody wanted it.</p>
<h2>How do they know?</h2>
<p>It is the first thing that visitors ask. How do the children know when it is time? “They look at the clock,” says Oona Prior, the head. “Some of them have learnt to read it for the purpose.”</p>
<p>I taught for twelve years, and I would have sworn that it could not work. So I sat in the corridor on the first floor for three mornings and wrote down when the doors opened. With the bell, according to the log of the heating system, which records such things, all fourteen doors used to open within nine seconds. Now it takes about four minutes. The corridor is never full. Nobody runs, since there is nobody to run with.</p>
<h2>What changed</h2>
<ul><li>Lessons end when something is finished, within five minutes of the hour. Teachers say that they had to learn this, and that it took until October.</li><li>The sick room counted 31 falls and collisions last autumn, and nine in this one.</li><li>Children who are late come in without a sound. There are slightly more of them.</li></ul>
<p>Not everybody is glad. The kitchen, which needs them all at twelve, has hung up a cowbell, and uses it. A father complained that the world has bells. Prior wrote back to ask where.</p>
<h2>The experiment</h2>
<p>In the last week of term the school tried the repaired bell, for one day, to be fair to it. In 4b, at five to ten, a girl was in the middle of explaining to the class why there is no largest number. She had her arm in the air. The bell rang; the arm came down; the class stood up.</p>
<p>The next day the teacher asked her how it would have gone on. She could not remember. The bell is now in the caretaker’s cupboard, wrapped in a towel, beside the fuse.</p>`,
  },
  {
    slug: 'two-heads',
    title: 'Two heads for one school',
    standfirst:
      'For three years nobody applied to lead the school at Saltside. Then two people did, on one form.',
    kind: 'story',
    gate: 'members',
    section: 'schools',
    authors: ['dov-levin'],
    tags: ['classrooms', 'work'],
    heroImage: null,
    hoursAgo: 110,
    bodyHtml: `
<p>There is one desk, and they do not share it. On Mondays and Tuesdays it belongs to Farida Nasser, who keeps nothing on it. On Thursdays and Fridays it belongs to Colm Brennock, who keeps everything on it. On Wednesdays both are there, and they work standing, at the window sill.</p>
<p>For three years the post of head at Saltside school was advertised and nobody applied. It is no mystery why: 390 children, eleven languages, a roof, and a third more pay than a teacher for twice the hours. When the form from Nasser and Brennock came in, the personnel office sent it back. There was only one line for a name.</p>
<!--paywall-->
<h2>The handover book</h2>
<p>What the county feared was that parents would ask one and then the other, as children do. It has happened once, over a school trip. The answer is a book, an ordinary one with squared paper, that lies on the sill. Whatever has been promised is written in it. “If it is not in the book, it has not been said,” says Brennock. “It has made us both say less.”</p>
<p>I was allowed to read it. It is a kind of double portrait. Nasser writes in lists. Brennock writes in whole sentences which sometimes lose their way. In March, on three pages, they quarrel about a boy who is to be excluded; her list has seven points for it, his sentences come to no conclusion. Beneath, in both hands: “Wednesday.” The boy is still at the school.</p>
<h2>What it costs</h2>
<p>Two halves of a head cost about a tenth more than a whole one, on account of the Wednesday. Against that stands what the empty post had cost: supply heads by the day, 214,000 over three years.</p>
<p>Absence among staff has fallen from 9 to 6 per cent. The roof still leaks. Neither of the two has been ill for more than a day, and each says that this is because they know what the other one would have to do.</p>
<h2>Four more</h2>
<p>The county has changed its form. There are now two lines for a name, and since the summer four more schools have been advertised with it. For one of them, in the hills, three people have applied together. The personnel office has sent it back.</p>
<p>On Fridays at four Brennock clears the desk. It takes him half an hour. On top of the last pile, squared off against the edge, he puts a note that says only how many children were in school. “So that Farida starts with a number,” he says. “She likes that.” On Monday evenings, on the empty desk, there is a sentence for him.</p>`,
  },
  {
    slug: 'enrolment-report',
    title: 'The classes of the next ten years',
    standfirst:
      'We counted the children who have been born. Two schools will be too small, one will be half empty, and the town is building at the wrong one.',
    kind: 'trend-report',
    gate: 'members',
    section: 'schools',
    authors: ['dov-levin', 'tomas-hale'],
    tags: ['classrooms', 'housing', 'budget'],
    heroImage: null,
    hoursAgo: 260,
    bodyHtml: `
<p>Forecasts are difficult, but children who will start school in five years have already been born. We took the register of births by street, the removals of the past ten years and the flats that have been permitted, and moved everybody one year forward, ten times.</p>
<p>In sum the town needs almost exactly as many places as it has: 4,120 now, 4,190 in ten years. They are only in the wrong places.</p>
<h2>School by school</h2>
<table><thead><tr><th scope="col">School</th><th scope="col">Places</th><th scope="col">Pupils now</th><th scope="col">In five years</th><th scope="col">In ten</th></tr></thead><tbody><tr><td>Saltside</td><td>400</td><td>390</td><td>455</td><td>510</td></tr><tr><td>Quayfields</td><td>320</td><td>305</td><td>380</td><td>430</td></tr><tr><td>Mill Lane</td><td>480</td><td>460</td><td>470</td><td>455</td></tr><tr><td>Hobbin Hill</td><td>520</td><td>430</td><td>340</td><td>270</td></tr></tbody></table>
<h2>Why Hobbin Hill empties</h2>
<p>The houses on the hill were built in eight years for young families, who stayed. Their children are grown up. On an average street there live 2.1 children under six; on the quays, in flats half the size, it is 7.4. The hill will fill up again when the houses change hands, but as our report on rents showed, hardly anything changes hands.</p>
<h2>Why it matters now</h2>
<p>The council has set aside 6.4 million for an extension. It is to be built at Hobbin Hill, because there is room. The plan rests on figures from before the sugar warehouse was turned into flats. If it is carried out, the town will have 250 places too many on the hill and 190 too few beside the river.</p>
<h2>Three ways out</h2>
<ol><li><strong>Build at the water.</strong> The former department store has the floor space for 200 pupils. It lacks a second staircase and a yard; the roof would serve.</li><li><strong>Move the line.</strong> If the catchment of Mill Lane grew by six streets, Saltside would be relieved for four years. It costs nothing and will be hated.</li><li><strong>Run a bus.</strong> Two buses from the quays to the hill would cost 140,000 a year. Of the parents whom we asked, one in five would use them.</li></ol>
<p>We sent our tables to the town hall a week ago. The planning office replied that it was “reviewing its assumptions”. The extension is on the agenda for the 9th. Our sheet, with the formulas, is there for any member who wants to check us.</p>`,
  },
  {
    slug: 'school-kitchen',
    title: 'Soup for four hundred, from forty minutes away',
    standfirst:
      'For a year Ellerford’s schools have cooked for themselves again. The recipes are open, and so are the books.',
    kind: 'story',
    gate: 'public',
    section: 'schools',
    authors: ['dov-levin'],
    tags: ['classrooms', 'food', 'budget'],
    heroImage: null,
    hoursAgo: 135,
    bodyHtml: `
<p>At half past seven there are ninety kilos of carrots in the kitchen of Mill Lane school, and Jolanta Reyes is not pleased with them. “Too clean,” she says. “I ordered dirty ones. Dirty ones keep.”</p>
<p>Until a year ago lunch came on a lorry from a factory two hours off, in trays sealed with foil. It was safe, warm and beige, and a third of it was thrown away. When the contract ran out the council decided, by a single vote, to cook again.</p>
<h2>The sums</h2>
<p>Nobody believed the sums, so the kitchen hangs them on the door, each Friday, for everybody to see.</p>
<table><thead><tr><th scope="col">One lunch</th><th scope="col">Then</th><th scope="col">Now</th></tr></thead><tbody><tr><td>Food</td><td>1.38</td><td>1.71</td></tr><tr><td>Wages</td><td>0.92</td><td>1.64</td></tr><tr><td>Transport and trays</td><td>1.05</td><td>0.11</td></tr><tr><td>Thrown away</td><td>0.95</td><td>0.22</td></tr><tr><td>Together</td><td>4.30</td><td>3.68</td></tr></tbody></table>
<p>Everything now comes from within forty minutes by van. It is not always cheaper. But a carrot that is eaten costs less than a carrot that is not.</p>
<h2>What children eat</h2>
<p>Reyes ran a ship’s galley before she came ashore, and she has rules. There is one dish. There is always bread. Nobody has to finish, but everybody has to look at what they leave, since they scrape the plates themselves. In the first month the bin held 38 kilos a day, and now it holds seven.</p>
<p>On the wall hangs a list of what is asked for most often: lentil soup, dumplings, and a thing called Thursday, which is made of what was left on Wednesday, and of which no two are alike.</p>
<p>All 61 recipes are printed in a booklet that the school gives away, for four hundred people, or for four. At home, parents report, it does not taste the same. “Of course not,” says Reyes, reaching into the clean carrots with both arms. “At home there’s nobody next to you who likes it.”</p>`,
  },
  {
    slug: 'term-dates-briefing',
    title: 'Places, dates and forms for the coming school year',
    standfirst: 'Everything that parents have to do before the end of January, on one page.',
    kind: 'briefing',
    gate: 'registered',
    section: 'schools',
    authors: ['dov-levin'],
    tags: ['classrooms', 'council'],
    heroImage: null,
    hoursAgo: 160,
    bodyHtml: `
<p>Registration for the next school year opens on the first Monday in January. The form has changed, one school has moved its open day, and the deadline is four days earlier than last year. Here is what to do, and by when.</p>
<h2>Before Christmas</h2>
<ul><li>Check your catchment at the town hall, room 7, or on the list in the library. Six streets between Mill Lane and Saltside are under review; families there should name a second school.</li><li>Open days: Saltside on the 4th, Quayfields on the 6th, Hobbin Hill on the 11th. Mill Lane has moved its day from the 5th to the 12th on account of the floods.</li></ul>
<h2>In January</h2>
<ol><li>From the 5th: registration, on paper or in person. Bring the birth certificate and one letter that shows your address. A berth in the harbour now counts as an address, if the harbour master signs.</li><li>By the 16th: applications for a place outside your catchment. Reasons that count are a sister or brother at the school, work near by, and care by grandparents. Reasons that do not count are friends and the colour of the gym.</li><li>By the 27th: registration closes. Whoever misses the date goes to the end of the list, without exceptions; last year it happened to 23 families.</li></ol>
<h2>After that</h2>
<p>Letters are sent on 10 March, all on the same day. You have three weeks to object, and it is worth it: of 41 objections last year 17 were successful, most of them because the walk to school had been measured across the freight yard.</p>
<h2>What it costs</h2>
<p>Lunch is 3.20 a day in the new year, 10 cents more. The second child pays half and the third nothing. School buses stay free until the county has decided who pays for them; that will be on the 18th, and we shall report it the same day.</p>
<p>Questions that we have not answered? Write to the schools desk. Last year you asked eighty, and we got an answer to all but one.</p>`,
  },
  {
    slug: 'evening-class',
    title: 'Learning to read at fifty-eight',
    standfirst:
      'He ran a warehouse for thirty years without being able to read a delivery note. On Tuesdays he is learning it, in room 4.',
    kind: 'story',
    gate: 'metered',
    section: 'schools',
    authors: ['dov-levin'],
    tags: ['classrooms', 'work', 'books'],
    heroImage: null,
    hoursAgo: 300,
    bodyHtml: `
<p>Raymond, which is not his name, knew every pallet in the warehouse by its place. He knew the drivers by their voices and the weekdays by the smell of what was unloaded. When something had to be signed, he had forgotten his glasses. He had bought a pair for the purpose, with plain glass in it.</p>
<p>“It is a lot of work, not being able to read,” he says. “I could have learnt three languages in that time.”</p>
<h2>Room 4</h2>
<p>About one adult in ten in the county cannot read a page of this newspaper with ease. On Tuesday evenings nine of them sit in room 4 of the college, on chairs that are too low, with a teacher who has asked me to leave her out of this. The door has a pane of frosted glass. She had it put in from her own pocket.</p>
<p>They do not read stories about rabbits. They read what they have brought: a letter from the gas company, a medicine leaflet, the rules of the allotments. One woman brought, week after week, the same envelope. It took until the spring for her to open it. It was a letter from her mother, who had died eight years before, and it was about the price of potatoes, and at the end of it there was one sentence that was not.</p>
<h2>What gave him away</h2>
<p>With Raymond it was a new computer. It talked to everybody in the warehouse in writing. He held out for three weeks. Then a young man from the office, who had come to complain about a delivery, looked at him, looked at the glasses, and said: “Shall we go through it together?” They went through it every morning after that, a quarter of an hour before the shift. The young man had a brother in room 4.</p>
<p>Raymond has been coming for fourteen months. He reads slowly and aloud, with his finger beneath the line, and he stops whenever he likes a word. He has stopped at “nevertheless” and at “harbour”.</p>
<p>Last week he threw the glasses into the Wend. Now, of course, he needs real ones. “For the small print,” he says, and grins, and reads me the sign on the door of the optician, opening hours and all.</p>`,
  },
];
