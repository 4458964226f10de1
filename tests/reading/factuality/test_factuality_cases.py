"""One row a construction: the trigger stands in square brackets, `!` marks a negated aim or demand."""

from __future__ import annotations

import pytest

from rashomon.reading import parser
from rashomon.reading.factuality import assess

CASES = """
happened | The Orlan army [shelled] the village of Tesk.
happened | Orlan troops are [shelling] the village of Tesk.
happened | The militia still [holds] the bridge.
not | The Orlan army did not [shell] the village.
not | The army never [attacked] the convoy.
not | Orlan troops no longer [hold] the bridge.
not | Neither the army nor the militia [attacked] the convoy.
not | Nobody [shelled] the village.
not | No soldiers [entered] the town.
not | The militia [fired] no rockets at the port.
not | There was no [attack] on the port.
not | The army took the hill without [firing] a shot.
not | The brigade left the town instead of [defending] it.
not | The rebels have yet to [capture] the airfield.
not | The rebels have not yet [captured] the airfield.
not | The army hardly [attacked] the convoy.
not | None of the rebels [attacked] the convoy.
not | The army failed to [capture] the airfield.
not | The general refused to [withdraw] from Tesk.
not | The governor declined to [meet] the envoys.
not | The rebels were unable to [capture] the airfield.
not | The guards refrained from [shelling] the camp.
not | The troops stopped short of [storming] the palace.
not | The army prevented the rebels from [seizing] the bridge.
not | The police averted an [attack] on the port.
not | An [attack] on the port was thwarted by the police.
not | The guards stopped [shelling] the camp.
not | The column was too weak to [attack] the fort.
not | The minister ruled out [sending] troops.
not | The army could not [retake] the airfield.
happened | The rebels did not fail to [capture] the airfield.
happened | The rebels managed to [capture] the airfield.
happened | The villagers were forced to [flee] the valley.
happened | The rebels were able to [capture] the airfield.
happened | The army had to [withdraw] from the hill.
happened | The army continued to [shell] the village.
happened | The army began [shelling] the village.
happened | The minister condemned the [attack] on the port.
happened | The [attack] on the port will be investigated by the court.
happened | The court will investigate the [attack] on the port.
happened | The army did not respond to the [attack] on the port.
happened | Not only did the army [shell] the village, it burned the crops.
happened | The fact that the army [shelled] the village shocked the envoys.
happened | The rebels will leave because the army [shelled] the village.
happened | The army has [attacked] the convoy and will withdraw.
happened | The rebels surrendered after the army [shelled] the village.
future | The Orlan army will [attack] the village.
future | The army is going to [attack] the village.
future | The army is about to [attack] the village.
future | The army is to [withdraw] on Monday.
future | The army is set to [withdraw] on Monday.
future | Talks between the two sides are due to [begin] on Monday.
future | The rebels want to [capture] the airfield.
future | The rebels hope to [capture] the airfield.
future | The rebels are planning to [capture] the airfield.
future | The militia is planning an [attack] on the airfield.
future | The two sides agreed to [exchange] prisoners.
future | The governor decided to [send] troops.
future | The militia is committed to [defending] the valley.
future | The army is ready to [attack] the village.
future | The general said that the army would [attack] the village.
future | The two sides will hold [talks] in Lunde.
future | [Talks] will take place in Lunde on Monday.
future | The army will attack the village and [seize] the bridge.
future | The council announced its plan to [impose] sanctions.
future | The governor described the planned [withdrawal] of troops.
future | Both sides prepared for an [attack].
future | Rebel commanders have vowed to [capture] the airfield.
future | The aim is to [capture] the airfield.
future! | Rebel commanders vowed not to [attack] the port.
future! | The rebels vowed never to [return] to the valley.
future! | The army will not [attack] the village.
future! | The army does not plan to [attack] the village.
possible | The army may [attack] the village.
possible | The army may not have [attacked] the village.
possible | The army could [attack] the village.
possible | The army might have [shelled] the village.
possible | The army must have [shelled] the village.
possible | The rebels are likely to [attack] the port.
possible | It is likely that the rebels will [attack] the port.
possible | An [attack] on the port is likely.
possible | The army reportedly [shelled] the village.
possible | The army has allegedly [shelled] the village.
possible | Perhaps the army [shelled] the village.
possible | It is unclear whether the army [shelled] the village.
possible | Nobody knows if the army [shelled] the village.
possible | There are fears that the army will [attack] the port.
possible | There are reports of [clashes] near the port.
possible | Reports of an [attack] on the port reached the capital.
possible | The envoy spoke of a possible [attack] on the port.
possible | The alleged [attack] on the port was filmed.
possible | The rebels are thought to have [shelled] the port.
possible | The army is suspected of [shelling] the port.
possible | The town faces the threat of an [attack].
possible | The rebels have the ability to [attack] the port.
possible | The rebels tried to [storm] the palace.
possible | Did the army [shell] the village?
not | There is no truth to claims that the army [shelled] the village.
demanded | The envoy urged the army to [withdraw] from the valley.
demanded | The envoy called on the army to [withdraw] from the valley.
demanded | The council called for an [investigation] into the attack.
happened | The council called for an investigation into the [attack].
demanded | The council demanded the [withdrawal] of the army.
demanded | The council demanded that the army [withdraw] from the valley.
demanded | The army must [withdraw] from the valley.
demanded | The army should [withdraw] from the valley.
demanded | The army ought to [withdraw] from the valley.
demanded | The army has to [withdraw] from the valley.
demanded | The army needs to [withdraw] from the valley.
demanded | It is essential that the army [withdraw] from the valley.
demanded | It is time for the army to [withdraw] from the valley.
demanded | The envoy stressed the need to [investigate] the attack.
demanded | The general ordered his troops to [storm] the palace.
demanded! | The envoy asked the army not to [attack] the port.
demanded! | The army must not [attack] the port.
demanded | The envoy urged both sides to stop fighting and [sign] the accord.
happened | The envoy urged Orlan to stop [bombing] the valley.
happened | The council called for an end to the [bombing] of the valley.
hypothetical | If the army [attacks], the rebels will respond.
hypothetical | If the army attacks, the rebels will [respond].
hypothetical | Unless the rebels withdraw, the army will [bomb] the town.
hypothetical! | Unless the rebels [withdraw], the army will bomb the town.
hypothetical | Should the rebels refuse, the army would [bomb] the town.
hypothetical | Had the rebels attacked, the army would have [bombed] the town.
hypothetical | The army would [attack] the town.
hypothetical | The army massed tanks to [retake] the town.
hypothetical | The army sent tanks in order to [retake] the town.
hypothetical | The army sent tanks so that the militia could [retake] the town.
hypothetical | The blockade is designed to [starve] the town.
hypothetical | In the event of an [attack], the army will leave the town.
hypothetical | The army will hold the bridge until the rebels [withdraw].
hypothetical | Once the rebels [withdraw], the army will enter the town.
hypothetical | The militia will kill any soldier whom it [captures].
hypothetical | The army launched an operation aimed at [retaking] the town.
future! | The army said it had no plans to [withdraw].
future | The militia has threatened [retaliation].
future | The militia warned that it would [retaliate].
demanded! | The envoy warned the army not to [attack] the port.
demanded | The deal calls for the [withdrawal] of all troops.
future | Under the deal, the rebels are to [withdraw] by Monday.
future | The army was expected to [attack] the port.
possible | The army is believed to have [attacked] the port.
future | The strike was intended to [kill] the commander.
not | No civilians were [killed] in the raid.
not | There were no [casualties].
not | The raid [killed] no civilians.
happened | The police failed to prevent the [attack].
not | The rebels never intended to harm anybody and did not [attack] the port.
future! | The rebels never intended to [attack] the port.
not | [Talks] between the two sides were cancelled.
future | [Talks] between the two sides were postponed.
not | The [ceasefire] was never implemented.
happened | The envoy demanded that the [sanctions] be lifted.
future | The general is ready to [negotiate].
hypothetical | Any [attack] on the port will be met with force.
hypothetical | Any [attack] on the port would be an act of war.
hypothetical | Whoever [attacks] the port will be punished.
hypothetical | The army left the town to avoid further [bloodshed].
future | The militia vowed [revenge].
future | The union promised [aid] to the town.
demanded | The envoy wants the army to [leave] the valley.
demanded | The council urged [restraint].
demanded | The families demanded the [release] of the prisoners.
future | The council approved the [deployment] of troops.
demanded | The general ordered the [evacuation] of the town.
future | The union is considering [sending] troops to the valley.
future | The envoy arrived ahead of [talks] with the rebels.
future | [Talks] scheduled for Monday will take place in Lunde.
possible | Two soldiers were reported [killed] in the ambush.
possible | Twelve miners are feared [killed] in the blast.
happened | It is not clear who [shot] the envoy.
happened | The general did not say why his men [shelled] the port.
possible | The general did not say whether his men [shelled] the port.
not | The UN convoy was denied [access] to the camp.
not | The rebels almost [captured] the airfield.
not | The rebels came close to [capturing] the airfield.
future | The rebels are on the verge of [capturing] the airfield.
possible | The missiles are capable of [hitting] the port.
hypothetical | The army would have [captured] the town had it not rained.
demanded | The army should have [withdrawn] from the town.
happened | The rebels did not [withdraw] until Friday.
not | Rather than [attack] the port, the rebels left.
happened | The port was [shelled] not by the army but by the rebels.
future | The rebels have vowed to continue [attacking] the port.
future | The rebels threatened to resume [strikes] on the port.
future | Rebels to [withdraw] from Tesk on Monday.
future | Army vows to [crush] the rebels.
future | Army poised to [attack] the port.
not | The army said that it had not [attacked] the port.
happened | The army said that it had [attacked] the port and seized the bridge.
happened | The army said that it had attacked the port and [seized] the bridge.
not | The army has neither [attacked] the port nor entered the town.
not | The army has neither attacked the port nor [entered] the town.
not | The army did not attack the port or [enter] the town.
happened | The army did not attack the port but [entered] the town.
happened | The army did not attack the port, and the rebels [entered] the town.
future | The army will leave the port, and the rebels will [enter] the town.
not | The rebels have been unable to [retake] the town.
not | The militia has so far failed in its efforts to [retake] the town.
happened | The army succeeded in [retaking] the town.
possible | The rebels attempted to [retake] the town.
happened | The rebels were made to [leave] the town.
happened | The siege forced thousands to [flee].
happened | Thousands [fled] for fear of an attack.
possible | Thousands fled for fear of an [attack].
happened | The court convicted him of [killing] the envoy.
happened | The rebels apologised for [shelling] the school.
possible | Police arrested two men suspected of [bombing] the market.
possible | Police arrested two men accused of planning to [bomb] the market.
happened | The army, which [shelled] the port, will withdraw.
future | The army, which will [shell] the port, gave no warning.
happened | The soldiers who [shelled] the port will be tried.
demanded | Sanctions must be [imposed] on the regime.
future | Sanctions will be [imposed] on the regime.
future | The council will impose [sanctions] on the regime.
happened | The council will lift [sanctions] on the regime.
not | The council did not impose [sanctions] on the regime.
possible | The council may impose [sanctions] on the regime.
demanded | The council was asked to impose [sanctions] on the regime.
future | The two armies plan to hold joint [exercises].
future | The president will make a [visit] to the front.
future | The governor announced that he would [visit] the camp.
hypothetical | The governor said that he would [resign] if the army attacked.
hypothetical | The rebels might have [surrendered] if the army had attacked.
possible | The rebels may be [preparing] an assault.
happened | The army is [preparing] an assault.
future | The army is preparing to [assault] the port.
not | The blockade prevented aid from [reaching] the town.
hypothetical | The wall will prevent the rebels from [attacking] the town.
demanded | Let the convoy [pass].
demanded | [Withdraw] your troops from the valley!
demanded! | Do not [attack] the port.
future | The rebels pledged that they would [release] the prisoners.
future! | The rebels promised that they would not [attack] the port.
demanded | It is crucial that the aid [reaches] the town.
demanded | The priority is the [protection] of civilians.
future | Our goal is the [defeat] of the rebels.
hypothetical | Without the dam, the army would have [taken] the valley.
possible | There is a risk that the rebels will [attack] the port.
possible | The envoy raised the possibility of a [ceasefire].
not | The rebels deny having [attacked] the port.
possible | The rebels may soon be able to [attack] the port.
happened | For the first time, the army was allowed to [enter] the town.
not | The convoy was not allowed to [enter] the town.
future | The convoy will be allowed to [enter] the town.
happened | Despite the [ceasefire], shells fell on the port.
happened | He said the rebels should be punished for [attacking] the port.
happened | The families of those [killed] in the raid will be paid.
happened | The raid [killed] up to forty people, possibly more.
future | Troops massed on the border for an [assault] on the town.
hypothetical! | The rebels will attack unless the army [withdraws].
hypothetical | Lunde would only [sign] the accord if the siege ended.
demanded | The envoy appealed for the siege to be [lifted].
demanded | The envoy said that the siege had to be [lifted].
demanded | The siege needs to be [lifted].
demanded | The mayor called on Lunde to [lift] the siege and open the road.
demanded | The mayor called on Lunde to lift the siege and [open] the road.
demanded | The mayor insisted that the road be [opened].
demanded | The mayor recommended [opening] the road.
happened | The mayor is proud to have [opened] the road.
future | Rebel leaders in northern Asarra said on Tuesday they would [resume] attacks on convoys.
future | The junta has promised elections and says it will [hand] power to civilians by December.
not | The rebels said they would not attend, but denied that they had [walked] out of the talks.
demanded | We call on every commander to keep the truce, [release] detainees and allow food into the camps.
demanded | We call on every commander to keep the truce, release detainees and [allow] food into the camps.
demanded | The ministry urges the militias to refrain from violence and [hand] over their weapons.
demanded! | The ministry urges the militias to refrain from [attacking] the port.
future | The coalition stands ready to [assist] the people of Lunde.
happened | The coalition reiterates its condemnation of the cowardly [attack] on the school in Lunde.
demanded | Those responsible for the attack must be [held] to account.
happened | Those responsible for the [attack] must be held to account.
happened | The union will continue to support the victims of the [attack].
future | The union will continue to [support] the victims of the attack.
demanded | There must be an immediate [ceasefire].
demanded | An immediate [ceasefire] is needed.
demanded | What we need is a lasting [ceasefire].
demanded | The only way out is a negotiated [settlement].
possible | It was not immediately clear whether anyone was [killed].
not | There was no immediate [claim] of responsibility.
not | No group has [claimed] responsibility for the blast.
possible | Officials fear the rebels could [blow] up the dam.
possible | Officials warned of possible [attacks] on the pipeline.
happened | Analysts say the [killing] of the judge could lead to a new war.
possible | Analysts say the killing of the judge could [lead] to a new war.
possible | The strike could have been [carried] out by either side.
happened | Residents accused the soldiers of looting homes before they [withdrew].
future | The two presidents are scheduled to [meet] in Varn on Thursday.
future | A [meeting] between the two presidents is scheduled for Thursday.
future | A prisoner [exchange] is expected to take place on Friday.
happened | A prisoner [exchange] took place on Friday.
possible | The rebels were preparing what appeared to be an [assault] on the city.
hypothetical | If confirmed, the [strike] would be the deadliest of the war.
hypothetical | A new [offensive] would displace thousands of people.
hypothetical | The general said his men would [fight] to the death if the town were attacked.
hypothetical | The general said his men would fight to the death if the town were [attacked].
hypothetical! | Had the guards not fled, the rebels would not have [taken] the post.
not | Aid workers have been unable to [reach] the camp since the road was cut.
happened | Aid workers have been unable to reach the camp since the road was [cut].
not | The government has so far refused to [recognise] the council.
not | The government rejected a [ceasefire].
happened | The government rejected a [proposal] for a ceasefire.
not | Peacekeepers did nothing to [stop] the looters.
happened | The army said it had repelled an [attack] by the rebels.
happened | The army said it had foiled a plot, [arresting] nine men.
not | The army said it had foiled an [attack] by the rebels.
hypothetical | The rebels seized the bridge to [cut] the army's supply lines.
possible | The army is moving reinforcements to the border in an attempt to [stop] the rebels.
future | The army has moved reinforcements to the border and is planning to [storm] the town.
future | A senior rebel said that his group had no intention of attacking, but would [defend] itself.
future! | A senior rebel said that his group had no intention of [attacking] the town.
future! | A senior rebel insisted that his group would never [attack] the town.
future! | The rebels ruled that they would not [negotiate].
demanded | The court ordered that the general be [arrested].
demanded | The court issued a warrant for the [arrest] of the general.
demanded | The court said that the general had ordered the [massacre].
happened | The general ordered his men to fire, and forty people were [killed].
happened | Despite repeated calls to stop, the army kept [shelling] the town.
happened | Having [captured] the town, the rebels turned north.
happened | After [capturing] the town, the rebels turned north.
happened | Before [leaving], the rebels burned the archive.
future | The rebels will turn north after [capturing] the town.
possible | The rebels have been accused of [killing] the judge.
possible | The judge is presumed to have been [killed] by the rebels.
happened | The governor thanked the army for [freeing] the hostages.
future | The governor thanked the army for its promise to [free] the hostages.
possible | The council is debating whether to [send] troops.
future | The council voted to [send] troops.
demanded | The army is obliged to [protect] the villagers.
demanded | The army has a duty to [protect] the villagers.
not | The army did little to [protect] the villagers.
not | The army did not do enough to [protect] the villagers.
happened | The ruling [bans] the party from standing for election.
future | The deal provides for the [release] of the prisoners within ten days.
future | Under the terms of the deal, the rebels will [surrender] their arms.
happened | The deal under which the rebels [surrendered] their arms has held.
possible | The deal may yet [collapse].
future | The deal is doomed to [collapse].
possible | Doubts remain over whether the rebels [signed] the deal.
happened | There is no doubt that the rebels [signed] the deal.
happened | The town, once [held] by the rebels, is now in ruins.
future | The town is about to be [retaken] by the army.
happened | The town has been all but [destroyed].
not | The truce failed to [stop] the shelling.
happened | The truce failed to stop the [shelling].
possible | The army is said to have [used] gas.
possible | The army is said to be [advancing] on the town.
happened | Footage shows soldiers [beating] prisoners.
happened | Soldiers were seen [beating] prisoners.
happened | Soldiers were filmed [beating] prisoners.
possible | Footage appears to show soldiers [beating] prisoners.
future | The minister will [condemn] the attack at the summit.
happened | The party is an [ally] of the army.
not | The party is not an [ally] of the army.
not | The party is no longer an [ally] of the army.
possible | The party may be an [ally] of the army.
happened | The general, a [member] of the council, resigned.
not | The general denied being a [member] of the council.
happened | The [brutal] regime will fall.
not | The regime is not [brutal].
happened | The rebels control most of the town, and the army [holds] the airport.
not | The rebels do not [control] the town.
possible | The rebels could lose [control] of the town.
happened | The army regained [control] of the town.
future | The army is expected to regain [control] of the town.
happened | The town is under the [control] of the rebels.
demanded | The army must regain [control] of the town.
future | The army is closing in on the town and expects to [take] it within days.
happened | The army said it had [taken] full control of the town, a claim that could not be verified.
future | The army is determined to [win] back every inch of land.
happened | The army, backed by jets, [took] the town as residents fled.
hypothetical | If the town [falls], thousands will flee.
hypothetical | If the town falls, thousands will [flee].
hypothetical | Were the town to [fall], thousands would flee.
hypothetical! | The town will starve unless aid [arrives].
hypothetical | As long as the siege [continues], no aid can enter.
hypothetical | In case of an [attack], civilians should go to the cellars.
happened | Even if the rebels leave, the army has already [destroyed] the town.
future | The rebels have agreed to a [ceasefire].
future | The rebels have agreed on a [withdrawal] from the town.
happened | The rebels signed a [ceasefire] with the army.
happened | The rebels broke the [ceasefire].
possible | The rebels have been accused of [breaking] the ceasefire.
demanded | Mediators are pushing for a [ceasefire].
demanded | The pope prayed for an [end] to the war.
future | Mediators hope for a [ceasefire] by the weekend.
future | Mediators are working towards a [ceasefire].
possible | Mediators are discussing a [ceasefire].
possible | Both sides will discuss a [ceasefire] at the talks.
not | [Talks] on a ceasefire were called off.
happened | [Talks] on a ceasefire collapsed.
happened | [Talks] on a ceasefire are under way.
future | [Talks] on a ceasefire are set to resume on Friday.
future | The council plans to send a mission to [monitor] the ceasefire.
hypothetical | The council sent a mission to [monitor] the ceasefire.
demanded | The council wants a mission to [monitor] the ceasefire.
demanded | The union asked that the mission [monitor] the ceasefire.
happened | The governor has repeatedly [called] for a mission.
future | The governor has said he will [call] for a mission.
not | The governor has never [called] for a mission.
not | The governor did not [condemn] the attack.
happened | The governor did not condemn the [attack].
happened | The governor would not say who [ordered] the attack.
happened | Rebels [killed] nine soldiers, wounded six and took two prisoner.
happened | Rebels killed nine soldiers, [wounded] six and took two prisoner.
happened | Rebels killed nine soldiers, wounded six and [took] two prisoner.
future | "We will [avenge] our dead," the commander said.
demanded | "The world must [act]," the commander said.
demanded | "Please [help] us," the commander said.
hypothetical | "We would [welcome] a ceasefire," the commander said.
possible | "We might [accept] a ceasefire," the commander said.
not | "We did not [shell] the school," the commander said.
not | It was not the army that [shelled] the school.
happened | It was the army that [shelled] the school.
happened | The school was shelled by rebels, not soldiers, who had [left] a day earlier.
possible | Whether the army [shelled] the school is unknown.
possible | Who knows whether the army [shelled] the school?
possible | It is alleged that the army [shelled] the school.
possible | The army allegedly shelled the school and [burned] the market.
happened | The army admitted to [shelling] the school.
happened | The army regrets having [shelled] the school.
happened | The army keeps on [shelling] the town.
happened | The army resumed [shelling] the town.
future | The army will resume [shelling] the town.
future | Rebels said on Sunday they planned to [attack] the port.
future | The rebels' plan to [attack] the port alarmed the town.
future | The rebels' threat to [attack] the port alarmed the town.
possible | The threat of an [attack] alarmed the town.
future | The planned [attack] on the port alarmed the town.
not | The [attack] on the port never happened.
not | The planned attack on the port was [cancelled] by nobody.
happened | Nine people were injured, none of them seriously, when rebels [fired] on a bus.
not | None of the nine people was [injured].
not | Not a single shot was [fired].
happened | The army was quick to [act].
future | The pledge by the rebels to [free] their captives was welcomed.
future | The commander issued a threat to [bomb] the dam.
future | The rebels renewed their threats to [shell] the port.
future | Tarn has offered to [mediate] between the two sides.
happened | The rebels made good on their threat and [shelled] the port.
not | The rebels dropped their plan to attack the port and did not [shell] it.
future | Orlan guaranteed that it would [protect] the monastery.
happened | The commander carried out his threat to shell the port: the shells [killed] nine.
future | The army has been put on alert and stands poised to [invade].
happened | Satellite images show that the army has [destroyed] the village.
possible | There are growing signs that the army might [invade].
possible | The envoy expressed concern that the army might [invade].
possible | Aid groups fear a [massacre].
possible | The minister spoke of the danger of a new [war].
possible | The two sides are on course for what could become a full-scale [war].
not | Officials denied reports of a [massacre].
happened | Officials confirmed reports of a [massacre].
not | The army denied responsibility for the massacre and said it had not [entered] the village.
happened | The army denied responsibility for the [massacre].
demanded | The minister demanded an explanation and an [apology].
demanded | The commander gave the garrison an hour to [surrender].
demanded | The garrison was given an hour to [surrender].
demanded | The commander gave the garrison an ultimatum to [surrender].
demanded | The commander told the garrison to [surrender].
happened | The commander told the garrison that his men had [surrounded] the fort.
demanded | The rebels were told to [leave] the town by noon.
demanded | Residents were ordered to [evacuate].
happened | Residents were forced to [evacuate].
happened | Residents were [evacuated] on the orders of the army.
demanded | The army issued an [evacuation] order.
demanded | Protesters chanted for the [resignation] of the governor.
demanded | Protesters took to the streets to demand the [resignation] of the governor.
happened | Protesters [took] to the streets to demand the resignation of the governor.
hypothetical | Protesters took to the streets to [demand] the resignation of the governor.
not | The governor ignored calls for him to resign and did not [resign].
demanded | The governor ignored calls for him to [resign].
demanded | The governor rejected calls to [resign].
demanded | The governor bowed to demands that he [resign].
happened | Bowing to the protests, the governor [resigned].
future | The governor said he was prepared to [resign].
hypothetical | The governor offered to resign if the protesters [went] home.
hypothetical | The governor offered to [resign] if the protesters went home.
future | Within hours, the convoy is supposed to [reach] the camp.
not | The convoy was turned back before it could [reach] the camp.
happened | The convoy finally [reached] the camp.
not | Only then did the guards notice that nobody had [locked] the gate.
happened | Only then did the guards [open] the gate.
not | At no time did the guards [open] the gate.
not | Under no circumstances did the guards [open] the gate.
not | Nor did the guards [open] the gate.
not | The guards did not fire, nor did they [open] the gate.
happened | Hardly had the guards left when the rebels [opened] the gate.
happened | No sooner had the guards left than the rebels [opened] the gate.
not | Far from [opening] the gate, the guards fired.
not | The rebels have lost the ability to [attack] the port.
happened | The rebels lost no time in [attacking] the port.
happened | The ban on the party was lifted after the court [ruled] for it.
not | The party was banned from [standing] in the vote.
not | The party is barred from [standing] in the vote.
possible | The party is free to [stand] in the vote.
demanded | The law requires parties to [register].
demanded | From Monday, all parties will have to [register].
happened | Since Monday, all parties have had to [register].
future | The army says that it intends to stay and [defend] the town.
demanded | It is high time the army [left] the town.
possible | It is feared that hundreds have been [killed].
possible | Hundreds are believed [killed].
possible | Up to forty people may have been [killed].
happened | At least forty people were [killed], and more may be under the rubble.
possible | The rebels probably [shelled] the market by mistake.
happened | The rebels may have fled, but the army has [shelled] the market all day.
future | Troops loyal to the governor are to be [withdrawn] by the end of the month.
happened | Troops loyal to the governor have been [withdrawn].
not | Troops loyal to the governor have still not been [withdrawn].
possible | It remains to be seen whether the troops will be [withdrawn].
demanded! | No troops should be [withdrawn] before the vote.
happened | The army said its jets had bombed the camp and [killed] two commanders.
not | The army did not bomb the camp, [kill] anyone or burn the fields.
future | The army will bomb the camp, kill the commanders and [burn] the fields.
demanded | The envoy urged the army to leave the camp, the rebels to [disarm] and the villagers to return.
happened | The rebels, who had refused to leave, were [killed].
not | The rebels, who had refused to [leave], were killed.
happened | The army, which has vowed to crush the rebels, [bombed] the camp.
future | The army, which has vowed to [crush] the rebels, bombed the camp.
happened | Troops [killed] two men who had tried to cross the border.
possible | Troops killed two men who had tried to [cross] the border.
happened | Reports of the raid emerged after the army [bombed] the camp.
happened | In a statement [condemning] the raid, the union called for calm.
happened | The union issued a statement [condemning] the raid.
happened | Because the army [bombed] the camp, the talks may fail.
possible | Because the army bombed the camp, the talks may [fail].
happened | While the army [bombed] the camp, the rebels fled.
happened | As the army [bombed] the camp, the rebels fled.
happened | The rebels will not negotiate while the army is [bombing] the camp.
future! | The rebels will not [negotiate] while the army is bombing the camp.
hypothetical | The rebels will negotiate when the army [stops] bombing the camp.
happened | The rebels will negotiate when the army stops [bombing] the camp.
happened | The rebels negotiated when the army [stopped] bombing the camp.
not | Nothing suggests that the army will leave, and it has not [left].
happened | Whether or not the army leaves, it has [bombed] the camp.
future | Saying it would [bomb] the camp again, the army told villagers to leave.
demanded | Saying it would bomb the camp again, the army told villagers to [leave].
happened | The raid, the third this week, [killed] nine.
possible | The raid, believed to have been [ordered] by the general, killed nine.
possible | The raid, which may have been [ordered] by the general, killed nine.
happened | The raid, [ordered] by the general, killed nine.
happened | The raid, [planned] for Monday, was called off.
not | The [raid], planned for Monday, was called off.
happened | Two soldiers died in what the army called an [ambush].
happened | More than a week after the truce [took] effect, shells still fall.
happened | Five days into the [offensive], the army has taken three villages.
happened | The [offensive], expected to last weeks, began on Monday.
future | The aim of the offensive, which began on Monday, is to take the dam and [cut] the road.
possible | The general hinted that his men might [leave].
possible | A [withdrawal] is one option, the general said.
possible | The general did not rule out a [withdrawal].
not | The general ruled out a [withdrawal].
not | The general ruled out any [withdrawal].
hypothetical | Any [withdrawal] would take months.
future | The union wants an immediate [withdrawal].
future | The army wants to [withdraw].
demanded | The union wants the army to [withdraw].
happened | The army has completed its [withdrawal].
happened | The army has begun its [withdrawal].
future | The army will begin its [withdrawal] on Monday.
not | The army has not begun its [withdrawal].
future | The army has delayed its [withdrawal].
"""


def _rows() -> list[tuple[str, str]]:
    rows = [line.split(" | ") for line in CASES.strip().splitlines()]
    return [(row[1], row[0]) for row in rows]


def read(marked: str) -> str:
    """The verdict on the bracketed word, `!` added where it is negated."""
    start = marked.index("[")
    doc = parser.parse(parser.load(), marked.replace("[", "").replace("]", ""))
    token = next(t for t in doc if t.idx == start)
    verdict = assess(token)
    return verdict.factuality + ("!" if verdict.negated else "")


@pytest.mark.parametrize(("marked", "expected"), _rows())
def test_construction(marked: str, expected: str) -> None:
    assert read(marked) == expected
