/** What the paper wrote about the harbour and the river. */
import { type ArticleSeed, drawing } from './article-seed.js';

export const harbour: ArticleSeed[] = [
  {
    slug: 'members-story',
    title: 'The harbour that would not close',
    standfirst:
      'Every autumn the council votes to fill in the old basin, and every spring the boats are still there. An account of the most stubborn forty acres in Ellerford.',
    kind: 'story',
    gate: 'members',
    section: 'harbour',
    authors: ['ada-winter'],
    tags: ['the-wend', 'council', 'freight'],
    heroImage: drawing(
      'harbour',
      'Boats in the old basin at first light, with the black crane behind them',
      'The basin at first light. The crane has not moved since the winter of the long ice.',
    ),
    hoursAgo: 5,
    bodyHtml: `
<p>At ten to six the harbour master of Ellerford unlocks a gate that nobody has climbed over in years, walks forty paces along a quay that officially does not exist, and writes the height of the water into a book. Two metres and eleven. She has done so every morning for nineteen years. For fourteen of them she has not been paid for it.<sup id="fnref1"><a href="#fn1">1</a></sup></p>
<p>“The basin was closed on a Thursday,” says Marit Solheim, screwing the cap back onto her pen. “I was told on the Friday. By then I had already written Thursday down.”</p>
<p>The council has voted to fill in the old basin eleven times. It has sold the land twice, and bought it back twice, the second time for a little more than the first. There is a model of what should stand here, in white card, under glass, in the foyer of the town hall: four towers, a plaza, small card people with small card dogs. The glass has been dusted so often that it has gone cloudy.</p>
<!--paywall-->
<h2>A sentence from another century</h2>
<p>What has saved the basin each time is a single sentence. It was written by a clerk called Osric Penhale, who drew up the deed when the guild of lightermen gave the land to the town. The guild, he wrote, gave it “for so long as a keel shall lie there upon the first of March, and be counted”.</p>
<p>For a century and a half nobody read past the first page. Then, in the week before the first lorries of rubble were due, an articled clerk with a cold was sent to the archive because she was no use for anything else. Her name was Judit Brandl. She is now the mayor, and she would rather not talk about it.</p>
<p>“I read what was there,” she says, when asked for the fourth time. “It was very clearly written. I have often wished that he had been a worse clerk.”</p>
<p>The meaning of the sentence has been tested in three courts. A keel is any vessel that floats, including, since the second appeal, a child’s dinghy if it is more than two metres long. To lie there is to be tied up at sunrise. And to be counted means that somebody must count, and write it down, and be the sort of person whose book a judge believes.</p>
<h2>The book</h2>
<p>That is why Solheim kept coming. When her post was abolished she asked for one thing only, the key to the gate, and the personnel office, relieved that she wanted nothing else, gave it to her. There are now six books. They stand on a shelf in her kitchen between the flour and the radio, and they have been photographed page by page by four firms of solicitors.</p>
<p>They are wonderful to read. She was meant to record water, wind and vessels. But a person who stands in one place every morning sees more than that.</p>
<blockquote><p>14 January. 1.62. Wind NE. Nine keels. Ice to the second bollard. The heron walked on it and was ashamed.</p><p>1 March. 2.20. Calm. Seven keels. Four solicitors, one in the wrong shoes.</p><p>9 June. 1.95. Wind S. Thirty-one keels. Somebody has painted the <em>Constance</em> yellow. Nobody admits it. She looks well.</p></blockquote>
<p>The low point was seven years ago, when a hard winter and a harder harbour due left exactly one boat in the water on the last night of February: a coal lighter, the <em>Ruth Amory</em>, and she was sinking. Anselm Droy, who owned her, was in hospital with his hip. The pump ran on a coin meter.</p>
<p>Word went round the pubs of Saltside at about nine. By eleven there was a queue along the quay, people in slippers and people in evening dress from the Playhouse, passing coins from hand to hand. They kept the pump going until the sun came up at eleven minutes to seven. Solheim counted one keel. The lighter went down at twenty past, with a sigh, as several people remember it. The council’s barrister argued that a vessel which sinks at breakfast cannot be said to lie. He lost.</p>
<h2>What it is worth</h2>
<p>It would be easy to write this as a story of the small against the large, and the people on the quay tend to tell it that way. It is not quite fair. Ellerford has 2,300 households on its waiting list. The four towers would hold 640 flats, a third of them let at the town’s rate. Ben Osei, who reports on housing for this paper, has sat in kitchens where the white card model is talked about the way other families talk about the sea.</p>
<p>The harbour’s friends have learnt to answer that. Last year they commissioned, with money from a raffle, the first survey of what the basin is used for now.</p>
<table><thead><tr><th scope="col">Use</th><th scope="col">Berths</th><th scope="col">People it employs</th></tr></thead><tbody><tr><td>Freight lighters</td><td>9</td><td>31</td></tr><tr><td>Boatyards and chandlers</td><td>6</td><td>44</td></tr><tr><td>Homes</td><td>22</td><td>0</td></tr><tr><td>Fishing</td><td>4</td><td>7</td></tr><tr><td>Nobody knows</td><td>3</td><td>0</td></tr></tbody></table>
<p>Twenty-two homes. They appear in no register, because a berth in a closed harbour has no address. The people who live there collect their post from Solheim’s kitchen. One of them, a nurse on the night ward, gave me her reason while she was hanging out washing between two masts: “I applied for a flat. I am number eight hundred and six. This floats.”</p>
<h2>The clerk’s second sentence</h2>
<p>In September the council met for the eleventh vote. It was carried, as always, and the mayor abstained, as always. What was new came afterwards, under any other business. Brandl asked for the deed to be brought up from the archive, put on cotton gloves, and read aloud a passage from the reverse of the last page, which in fourteen years of litigation nobody had thought to turn over.</p>
<p>Penhale, it turns out, had provided for a change of mind. The town may build upon the land, he wrote, “about the water but not upon it, to such a height as a mast”.</p>
<p>An architect has since measured the tallest mast that ever lay in the basin. It belonged to a grain schooner and came to thirty-one metres: nine storeys, on three sides, facing the water. With the freight kept on the fourth quay there is room for 410 flats. It is not 640. But it needs no rubble and no twelfth vote, and nobody on either side has yet found the words with which to be against it.</p>
<p>I asked the mayor how long she had known about the back of the page. She looked at the model for a while, the small card people and their dogs.</p>
<p>“I read what was there,” she said. “All of it. I was twenty-three, and I had a cold, and I thought: they are not ready for the other side yet.”</p>
<p>On the quay, at ten to six, it was still dark. Two metres and four, wind from the west. Forty-four keels. Solheim wrote it down and underlined it, which she does not usually do, and then, since there was somebody there to hold the torch, she turned the book over and looked at the back.</p>
<ol><li id="fn1">The post of harbour master was struck from the budget in the spring session, item 31, between two kinds of paving stone. <a href="#fnref1">↩</a></li></ol>`,
  },
  {
    slug: 'public-story',
    title: 'The flood wall holds, by the width of a hand',
    standfirst:
      'The Wend rose higher on Sunday night than in thirty years. What the new wall did, and what it did not do, street by street.',
    kind: 'story',
    gate: 'public',
    section: 'harbour',
    authors: ['ada-winter', 'tomas-hale'],
    tags: ['the-wend', 'council'],
    heroImage: drawing(
      'bridge',
      'The old bridge with the river close under its arches',
      'On Sunday night the water stood a hand below the keystone.',
    ),
    hoursAgo: 2,
    bodyHtml: `
<p>The Wend reached 5.92 metres at the old bridge at twenty past three on Monday morning. The new flood wall along Saltside is six metres high. “I have never been so fond of eight centimetres,” said Rahel Imboden, who runs the night watch of the water office and had been awake for thirty-one hours.<sup id="fnref1"><a href="#fn1">1</a></sup></p>
<p>No house behind the wall was flooded. Around 140 people from Tanners’ Row, which lies outside it, spent the night in the sports hall at Upper Mill. They were home by Monday evening, to wet cellars and, in eleven houses, wet ground floors.</p>
<h2>What worked</h2>
<ul><li>The gates at Ferry Steps were closed by hand in nineteen minutes, after the motor failed as it did at the exercise in May.</li><li>Sirens were heard in every district but Hobbin Hill, which did not need them.</li><li>The tram company ran trams until two o’clock so that people could leave Saltside without a car.</li></ul>
<table><caption>How high the Wend stood, in metres</caption><thead><tr><th scope="col">Time</th><th scope="col">Old bridge</th><th scope="col">Ferry Steps</th><th scope="col">Tanners’ Row</th><th scope="col">Upper Mill</th><th scope="col">Below the wall’s top</th></tr></thead><tbody><tr><th scope="row">Sunday, 21:00</th><td>4.80</td><td>4.71</td><td>4.66</td><td>5.02</td><td>1.20</td></tr><tr><th scope="row">Midnight</th><td>5.51</td><td>5.43</td><td>5.40</td><td>5.77</td><td>0.49</td></tr><tr><th scope="row">Monday, 3:20</th><td>5.92</td><td>5.85</td><td>5.83</td><td>6.14</td><td>0.08</td></tr><tr><th scope="row">7:00</th><td>5.30</td><td>5.22</td><td>5.19</td><td>5.48</td><td>0.70</td></tr></tbody></table>
<h2>What did not</h2>
<p>Text messages from the warning service arrived between six minutes and four hours late. The service is run by the county, which says that one of its two senders had been switched off for maintenance since August. The council was not told.</p>
<p>And Tanners’ Row is still not protected. The second half of the wall was to be finished this year. It was put off in the spring, when its price rose by a third, with the votes of all parties except two councillors who live there.<sup id="fnref2"><a href="#fn2">2</a></sup></p>
<blockquote><p>“They sent us a leaflet with sandbags on it,” said Piet Aldous, whose bakery has stood in the Row for forty years. “No sandbags. A picture of sandbags.”</p></blockquote>
<h2>What happens now</h2>
<p>The council will hold a special session on Thursday at six, open to everybody. On the table is a loan that would let work on the second half begin in March. The mayor said on Monday that she would vote for it. “On Sunday I stood on the right side of that wall,” said Judit Brandl. “I do not want to explain to anybody again why there is a right side.”</p>
<p>If your house was flooded, the water office lends pumps and driers free of charge, at the depot on Quay Street until eight each evening. This article is open to everybody, as is everything that we write on the flood.</p>
<ol><li id="fn1">The highest ever measured was 6.31, in the winter of the long ice; it is cut into the wall of the customs house. <a href="#fnref1">↩</a></li><li id="fn2">Minutes of the council, 18 April, item 9. <a href="#fnref2">↩</a></li></ol>`,
  },
  {
    slug: 'metered-story-1',
    title: 'The bridge will open at night again',
    standfirst:
      'After eleven years of red lights, freight returns to the river between midnight and four. Not everybody in Quayfields will sleep through it.',
    kind: 'story',
    gate: 'metered',
    section: 'harbour',
    authors: ['ada-winter'],
    tags: ['the-wend', 'freight'],
    heroImage: drawing(
      'bridge',
      'The lifting bridge at Quayfields seen from the water',
      'Each leaf of the bridge weighs as much as ninety trams.',
    ),
    hoursAgo: 9,
    bodyHtml: `
<p>The horn of the Quayfields bridge sounds a low E flat. Those who grew up within half a mile of it before the ban can still sing it, and last Wednesday, at a quarter to one in the morning, a good many of them sat up in bed and did.</p>
<p>It was a test. From the first of next month the bridge will lift for freight on four nights a week, as it did until the lightermen lost their night hours in a quarrel about lorries. One lighter carries what thirty lorries carry, and the thirty lorries have been crossing the town by day.</p>
<p>“You can hear a lorry too,” says Nils Overbeck, who steers the grain lighter <em>Patience</em>. “You have just stopped noticing.”</p>
<h2>Four minutes</h2>
<p>A lift takes four minutes if nothing goes wrong. The horn sounds twice, the barriers close, the leaves go up. In the trial week there were nine lifts, of which seven took less than five minutes and one took fifty, because a badger had settled in the counterweight pit and the bridge keeper would not start the motor until it had left of its own accord.</p>
<p>The keeper, Dagny Roe, is twenty-six and the first new keeper in two decades. She learnt the bridge from a notebook that her predecessor left behind in the oil cupboard. “On page one it says: she does not like frost, and neither should you.”</p>
<h2>The other side of the street</h2>
<p>Opposite the bridge, in what used to be the sugar warehouse, are eighty flats with tall windows. Their owners bought silence, some of them quite literally: the brochure promised “the quietest riverside in the county”. A petition against the horn has 212 names on it.</p>
<p>The council has offered a compromise. Between midnight and four the horn may be replaced by lights if there is nobody on the bridge. Somebody must look whether there is. That somebody is Dagny Roe, with a torch.</p>
<p>“I don’t mind,” she says. “I like to see who is out.” In the trial week it was two bakers, a policeman, a couple who were not speaking to each other, and a man of eighty-four who had come to hear the horn and was disappointed. She sounded it for him at five past four, when it was allowed again.</p>`,
  },
  {
    slug: 'metered-story-4',
    title: 'Counting eels in the dark',
    standfirst:
      'On the last new moon of autumn, forty volunteers stand in the Wend with lamps. They are looking for a fish that is supposed to have gone.',
    kind: 'story',
    gate: 'metered',
    section: 'harbour',
    authors: ['ada-winter'],
    tags: ['the-wend', 'nature'],
    heroImage: null,
    hoursAgo: 98,
    bodyHtml: `
<p>You do not see an eel. You see that the bottom of the river is in a different place than it was. “There,” says Hanne Quist, thigh-deep and perfectly calm, and by the time I have found the beam of her lamp there is only gravel.</p>
<p>She writes a stroke on a slate. It is her fourth this evening, and it is not yet ten. In the whole of the first year of the count, with forty people in the water until dawn, there were nine.</p>
<h2>A ladder for fish</h2>
<p>The eels of the Wend spend most of their lives here and then, one autumn, at the dark of the moon and if possible in bad weather, they leave for the ocean to breed. For ninety years the weir at Upper Mill stood in their way. Three years ago the water office built a ladder beside it: a sloping trough lined with bristles, like a very long doormat. It cost less than the plaque that was unveiled next to it.</p>
<p>Since then the strokes on the slates have multiplied.</p>
<table><thead><tr><th scope="col">Autumn</th><th scope="col">Eels counted</th></tr></thead><tbody><tr><td>Before the ladder</td><td>9</td></tr><tr><td>First year</td><td>38</td></tr><tr><td>Second year</td><td>117</td></tr><tr><td>This year, so far</td><td>164</td></tr></tbody></table>
<p>Quist, a retired chemist, distrusts the numbers because she likes them. “We also got better at looking. And there are more of us, and the lamps are new.” She has therefore asked four people to go on using the old lamps. They grumble, and find nearly as many.</p>
<h2>Nobody’s fish</h2>
<p>What brings a dental nurse, two sixth-formers and a man who sells roof tiles into a cold river at night? Nobody gives the same answer. The man with the roof tiles says that it is the only appointment in his year at which nothing can be sold. One of the sixth-formers says that she had never been in the Wend before, although she can see it from her bed.</p>
<p>Towards two o’clock the rain sets in, and everybody becomes cheerful. Rain is eel weather. Along the bank, one after the other, the lamps go quiet and dip. Somewhere between our boots, unseen, the bottom of the river gets up and leaves for the sea.</p>`,
  },
  {
    slug: 'dredging-briefing',
    title: 'Three metres of mud and who will pay for it',
    standfirst: 'Dredging starts in January. The dates, the sums and the one clause to read twice.',
    kind: 'briefing',
    gate: 'members',
    section: 'harbour',
    authors: ['ada-winter', 'carla-ruiz'],
    tags: ['the-wend', 'freight', 'budget'],
    heroImage: null,
    hoursAgo: 30,
    bodyHtml: `
<p><strong>The short of it.</strong> The channel between the old bridge and the freight quay has silted up to 2.4 metres. Lighters need three. Dredging begins on the second Monday in January and lasts nine weeks; the harbour stays open, with one lane.</p>
<p><strong>The bill.</strong> 3.1 million, of which the county pays half, the town a third, and the users of the freight quay the rest, through a levy of 40 cents a tonne from April.</p>
<!--paywall-->
<h2>Dates to keep</h2>
<ol><li>By 12 December: hauliers must register the draught of each vessel. Those who do not are taken to need three metres and pay accordingly.</li><li>8 January: the first barge. No berths on the east quay until 20 February.</li><li>14 March: survey of the finished channel, open to users’ own surveyors.</li><li>1 April: the levy starts.</li></ol>
<h2>The clause to read twice</h2>
<p>Clause 14 of the agreement lets the harbour office “adjust the levy to the measured depth”. If the channel turns out shallower than ordered, the levy falls. If the contractor digs deeper, it rises, and there is no upper limit. Two hauliers have asked for one. The office says that it will “look kindly on a ceiling”, which is not the same as a ceiling; whoever signs before the new year should write one in.</p>
<h2>Where the mud goes</h2>
<p>About 80,000 cubic metres will be pumped onto the meadows below Hobbin Hill, which were bought for the purpose. Samples from nine boreholes were clean. The tenth, off the old tannery, holds chromium above the limit for farmland; that part, some four per cent, goes to the county’s landfill at three times the price and is already in the sum above.</p>
<h2>Who gains</h2>
<p>Grain, first of all: with three metres of water a lighter carries a fifth more on the same trip. We reckon the gain at 1.10 a tonne against a levy of 0.40. Gravel gains less, because it is loaded above the shallow stretch anyway. For leisure berths nothing changes except the noise, which by contract ends at eight in the evening.</p>
<p><strong>What we do not know.</strong> Whether the swing gate at Ferry Steps will be repaired in the same weeks. It would save a second closure. The water office wants to; the order has not been placed.</p>`,
  },
  {
    slug: 'ferry-steps',
    title: 'The shortest voyage in the county',
    standfirst:
      'The Saltside ferry crosses ninety metres of water and has not been late since it lost its clock. A morning on board.',
    kind: 'story',
    gate: 'registered',
    section: 'harbour',
    authors: ['ines-vega'],
    tags: ['the-wend', 'work'],
    heroImage: null,
    hoursAgo: 190,
    bodyHtml: `
<p>It takes Lorne Pettifer fifty-five strokes to row to Saltside and fifty-seven to row back. The difference, he says, is the current in the mornings and his opinion of Saltside in the evenings.</p>
<p>He is the last of eleven generations of Pettifers to hold the ferry, though he is not quite sure about two in the middle. The boat takes eight passengers, or six and a pram, or on market days four and a goat. There has been a bridge four hundred paces upstream since before he was born. “That is for people in a hurry,” says Pettifer. “They arrive there, and then they have to walk back.”</p>
<h2>What the ferry knows</h2>
<p>For the price of a bread roll you get a seat, a crossing, and whatever the last passenger said. By nine in the morning I know that the chemist’s daughter has passed her examination, that the roof of the sports hall leaks at the second hoop, and that somebody is buying up garages behind the freight yard. Two of these turned out to be true. This paper is still looking into the third.</p>
<p>The town pays Pettifer a small sum each year because the ferry is, on paper, part of the road from Hobbin Hill to the church. Every few years an auditor discovers the line in the accounts and comes to look. Pettifer rows them across. None has yet recommended its removal.</p>
<h2>The twelfth</h2>
<p>His son drives a tram. His niece, however, has been coming on Saturdays. Jory is fifteen and does it in fifty-one strokes. “She fights the water,” says her uncle, watching her from the steps with his hands in his pockets. “That goes away.”</p>
<p>Halfway across, Jory ships her oars to let a grain lighter pass. Its skipper sounds his horn at her, two short notes, one boat to another. She does not look up. But on the way back she needs fifty-three, and she is smiling at her boots.</p>`,
  },
  {
    slug: 'freight-memo',
    title: 'What the night lifts mean if you ship by river',
    standfirst:
      'Our reading of the new bridge hours for members who move goods. Three numbers to plan with.',
    kind: 'memo',
    gate: 'members',
    section: 'harbour',
    authors: ['carla-ruiz'],
    tags: ['freight', 'the-wend', 'work'],
    heroImage: null,
    hoursAgo: 51,
    bodyHtml: `
<p>To: members who ship, store or insure along the Wend. From: the business desk. The bridge at Quayfields opens for freight between midnight and four from the first of next month, on Mondays, Tuesdays, Thursdays and Fridays. We have read the order, spoken to the bridge office and to five skippers, and done the sums.</p>
<p>The headline that night freight is back is true but generous. What is back is sixteen hours a week, with a queue, and the queue has rules.</p>
<h2>Number one: nine</h2>
<p>Nine is the number of lifts that the keeper can make in a night without breaking the limit on noise. The order does not say so, but the noise table in its third annex does. Fourteen vessels have already told the office that they would like to pass on a Monday. Slots are given by lot on the Friday before, to those who apply by noon. Apply for Thursday: we know of three applicants.</p>
<h2>Number two: 62</h2>
<p>A passage by night saves on average 62 minutes against the day, because the tide gate is open and nobody waits for the tram. At the wages and charter rates that skippers gave us, that is worth between 70 and 95 a trip. The night supplement which the pilots have announced is 40. There is a gain, but it is thin; with a crew of three on overtime it is gone.</p>
<h2>Number three: 30 days</h2>
<p>The order runs for a year, but it can be withdrawn at thirty days’ notice after “substantiated complaint”. There is a petition with 212 names. We would not sign a contract for night delivery that runs beyond the spring without a clause that lets you fall back on the day.</p>
<h2>What we would do</h2>
<ul><li>Grain and feed: move one trip in three to Thursday nights, and keep the rest.</li><li>Gravel: stay with the day. You load above the bridge; the gain is not yours.</li><li>Warehouses: ask now whether your insurer counts a gate that is open at two in the morning as open “during business hours”. Two of the three large ones do not.</li></ul>
<p>We will look at the first month’s figures and write again. If you can let us see your waiting times, in confidence, the next memo will be better than this one.</p>`,
  },
];
