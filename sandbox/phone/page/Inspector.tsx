import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { CustomerFiles } from './records/CustomerFiles.tsx';
import { WebhookList } from './records/WebhookList.tsx';
import { RefusedList } from './RefusedList.tsx';
import { RequestList } from './RequestList.tsx';
import type { Store } from './store.mts';
import { Totals } from './Totals.tsx';

const TABS = ['requests', 'refused', 'totals', 'files', 'webhooks'] as const;
type Tab = (typeof TABS)[number];

/** What went on behind the phones: the dealers' side of the sandbox. */
export function Inspector({ store }: { store: Store }) {
	const { words } = useLanguage();
	const [tab, setTab] = useState<Tab>('requests');
	const names: Record<Tab, string> = {
		requests: words.tabRequests, refused: words.tabRefused, totals: words.tabTotals, files: words.tabFiles, webhooks: words.tabWebhooks,
	};
	return (
		<aside class="inspector" aria-label={words.inspector} data-testid="inspector">
			<header>
				<h2>{words.inspector}</h2>
				<button type="button" class="icon-button" aria-label={words.close} onClick={() => store.setInspecting(false)}>
					<Icon name="close" size={18} />
				</button>
			</header>
			<div class="tabs" role="group" aria-label={words.inspector}>
				{TABS.map((name) => (
					<button type="button" key={name} aria-pressed={tab === name} data-testid={`tab-${name}`} onClick={() => setTab(name)}>
						{names[name]}
						{name === 'refused' && store.sends.refused.length > 0 && <b class="badge alarm">{store.sends.refused.length}</b>}
					</button>
				))}
			</div>
			<div class="inspector-body">
				{tab === 'requests' && <RequestList requests={store.dealers.requests} />}
				{tab === 'refused' && <RefusedList refused={store.sends.refused} onOpen={(number) => store.openPhone(number)} />}
				{tab === 'totals' && <Totals stats={store.dealers.stats} />}
				{tab === 'files' && <CustomerFiles store={store} />}
				{tab === 'webhooks' && <WebhookList store={store} />}
			</div>
		</aside>
	);
}
