import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import { UrlForm } from '../UrlForm.tsx';
import type { Bot, Conversation, ConversationEntry } from './api.mts';
import { BotReport, RawCall } from './BotReport.tsx';
import { reportsOf, verdictOf, verdictText } from './report.mts';

interface Props {
	bot: Bot;
	/** Undefined before anything was said. */
	talk: Conversation | undefined;
	/** @returns whether it has been done */
	onSkill: (url: string | null) => Promise<boolean>;
}

interface StepProps {
	reports: ConversationEntry[];
	shown: number;
	onStep: (entry: ConversationEntry | undefined) => void;
}

function Steps({ reports, shown, onStep }: StepProps) {
	const { words } = useLanguage();
	if (reports.length < 2) return null;
	return (
		<span class="bot-steps">
			<button type="button" aria-label={words.skillOlder} data-testid="bot-older" disabled={shown <= 0} onClick={() => onStep(reports[shown - 1])}>
				<Icon name="back" size={15} />
			</button>
			<span>
				{shown + 1}/{reports.length}
			</span>
			<button
				type="button"
				aria-label={words.skillNewer}
				data-testid="bot-newer"
				disabled={shown >= reports.length - 1}
				// The newest one stays in sight when another comes.
				onClick={() => onStep(shown + 1 === reports.length - 1 ? undefined : reports[shown + 1])}
			>
				<Icon name="next" size={15} />
			</button>
		</span>
	);
}

/** The company's side, outside the device: what the skill was asked, what it answered, and what is wrong with that. */
export function BotBar({ bot, talk, onSkill }: Props) {
	const { words } = useLanguage();
	const [picked, setPicked] = useState<string | null>(null);
	const [open, setOpen] = useState<'raw' | 'settings' | null>(null);
	const reports = reportsOf(talk);
	const found = reports.findIndex(({ id }) => id === picked);
	const shown = found === -1 ? reports.length - 1 : found;
	const report = reports[shown];
	const toggle = (what: 'raw' | 'settings'): void => setOpen(open === what ? null : what);
	return (
		<section class="agent bot-bar" aria-label={words.skillAnswer} data-testid="bot-bar" data-channel={bot.channel}>
			<header>
				<Icon name="bot" size={17} />
				<strong title={words.skillHint}>{words.skillAnswer}</strong>
				{report && (
					<b class="bot-verdict" data-testid="bot-verdict" data-verdict={verdictOf(report.problems)}>
						{verdictText(report.problems, words)}
					</b>
				)}
				{talk?.waiting && <em data-testid="bot-awaits">{words.skillAwaits}</em>}
				<Steps reports={reports} shown={shown} onStep={(entry) => setPicked(entry?.id ?? null)} />
			</header>
			{report ? <BotReport report={report} /> : <p>{bot.skillUrl ? words.skillNoReport : words.skillNotSet}</p>}
			<div class="bot-tools">
				<button type="button" aria-expanded={open === 'raw'} disabled={!report?.skill} data-testid="bot-raw-toggle" onClick={() => toggle('raw')}>
					{words.skillRaw}
				</button>
				<button type="button" aria-expanded={open === 'settings'} data-testid="bot-settings-toggle" onClick={() => toggle('settings')}>
					{words.skillSettings}
				</button>
			</div>
			{open === 'raw' && report?.skill && <RawCall call={report.skill} />}
			{open === 'settings' && <UrlForm id="skill-url" label={words.skillUrl} hint={words.skillUrlHint} url={bot.skillUrl} onSave={onSkill} />}
		</section>
	);
}
