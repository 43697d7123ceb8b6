import { useLanguage } from '../language.mts';
import type { Bot } from './api.mts';

const MOST = 8;

/** What the bot's blocks are there for. */
export function BotSamples({ bot: { name, blocks }, onSay }: { bot: Bot; onSay: (utterance: string) => void }) {
	const { words } = useLanguage();
	const samples = blocks.flatMap(({ utterances }) => utterances).slice(0, MOST);
	return (
		<>
			<p>{words.botRoomEmpty(name)}</p>
			{samples.length > 0 && <small>{words.botSamples}</small>}
			<div class="bot-samples">
				{samples.map((sample) => (
					<button type="button" class="chip" key={sample} data-testid="bot-sample" onClick={() => onSay(sample)}>
						{sample}
					</button>
				))}
			</div>
		</>
	);
}
