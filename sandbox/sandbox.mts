import { Hono } from 'hono';
import { Chatbot } from './chatbot/chatbot.mts';
import { mountConsultMedia } from './consult/serveMedia.mts';
import { mountControl } from './control/api.mts';
import { DEALERS, DEALER_IDS } from './dealers/registry.mts';
import { Developers } from './developers/developers.mts';
import { Faults } from './faults.mts';
import { frontDoor } from './frontDoor.mts';
import { HubHouse } from './hubs/house.mts';
import { HUB_IDS } from './hubs/registry.mts';
import { listen, type Running } from './listen.mts';
import { mountImages } from './phone/images.mts';
import { mountPhonePage } from './phone/mount.mts';
import type { NightMode } from './world/night.mts';
import { PLATFORM_IDS, type ServiceId } from './world/types.mts';
import { World } from './world/world.mts';

/** Every part of the sandbox that listens on a port of its own. SENS signs the path, so no dealer may have a prefix. */
export type ServerId = 'phone' | ServiceId;

const SERVICE_IDS: readonly ServiceId[] = [...DEALER_IDS, ...HUB_IDS, ...PLATFORM_IDS];

export interface SandboxOptions {
	/** 127.0.0.1 unless said otherwise: nobody else on the network should reach a server with known keys. */
	host?: string;
	/** 0 or absent: any free port. */
	ports?: Partial<Record<ServerId, number>>;
	/** Makes ids and injected faults repeatable. */
	seed?: number;
	/** From acceptance to the delivery report; 300 ms unless said otherwise. */
	reportDelayMs?: number;
	/** Delay of every dealer answer. */
	latencyMs?: number;
	/** How long a new message stays invisible to the dealers' list queries. */
	listLagMs?: number;
	/** Demo channels, templates and phones; on unless said otherwise. */
	demo?: boolean;
	/** Whether it is night for advertising: by the Korean clock unless said otherwise. */
	night?: NightMode;
}

export interface Sandbox {
	/** Base URLs without a slash at the end. */
	urls: Record<ServerId, string>;
	world: World;
	/** Tells the phone page where n8n is, for the button that leads back to it. */
	n8nIsAt(url: string): void;
	/** Stops all servers and everything under way. */
	close(): Promise<void>;
}

/** Starts the local Kakao: one server per dealer, consult hub and Kakao host, and the phone page with the control API. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { host = '127.0.0.1', ports = {}, seed = 1, demo = true } = options;
	const world = new World({
		seed, demo, reportDelayMs: options.reportDelayMs ?? 300, listLagMs: options.listLagMs ?? 0, night: options.night ?? 'clock',
	});
	const closing = new AbortController();
	const settings = { faults: new Faults(seed), latency: { ms: options.latencyMs ?? 0 } };
	const dealers = DEALER_IDS.map((id) => DEALERS[id](world));
	const hubs = new HubHouse(world);
	const developers = new Developers(world);
	const chatbot = new Chatbot(world, developers);

	const phone = new Hono();
	mountImages(phone, world.images);
	mountConsultMedia(phone, world.consult.media);
	mountControl(phone, { ...settings, world, dealers, hubs, developers, chatbot, closing: closing.signal });
	const running = new Map<ServerId, Running>();
	const url = (id: ServerId) => running.get(id)?.url ?? '';
	let n8n: string | undefined;
	await mountPhonePage(phone, () => ({ nhnCloud: url('nhnCloud'), ...(n8n && { n8n }) }));

	const close = async () => {
		closing.abort();
		world.delivery.stop();
		for (const dealer of dealers) dealer.reset();
		hubs.reset();
		developers.reset();
		chatbot.reset();
		const servers = [...running.values()];
		running.clear();
		await Promise.all(servers.map((server) => server.close()));
	};
	try {
		running.set('phone', await listen(phone, host, ports.phone ?? 0));
		world.servePicturesAt(url('phone'));
		const services = [...dealers, ...hubs.all, ...developers.served, chatbot.served];
		for (const served of services) running.set(served.id, await listen(frontDoor(served, world, settings), host, ports[served.id] ?? 0));
		hubs.servedAt(url);
		chatbot.callbacks.base = url('botApi');
	} catch (error) {
		await close();
		throw error;
	}
	return {
		urls: Object.fromEntries((['phone', ...SERVICE_IDS] as const).map((id) => [id, url(id)])) as Record<ServerId, string>,
		world,
		n8nIsAt: (address) => {
			n8n = address;
		},
		close,
	};
}
