import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type N8nHost, staticDataOf } from './n8nCore.mts';
import { type Call, missing, stage } from './nodeMethods.mts';

/** A trigger at work, with its clock in the test's hands. */
export interface Listening {
	/** The schedules it has asked n8n for. */
	crons: string[];
	/** What each start of the workflow would get. */
	emitted: INodeExecutionData[][];
	/** What it has written to n8n's log. */
	warnings: string[];
	/** Lets every schedule come due once and waits until the node is done with it. */
	tick(): Promise<void>;
	/** What n8n does when the workflow is switched off; it waits for no tick under way. */
	stop(): Promise<void>;
	staticData(): IDataObject;
}

/** Calls what n8n calls when a workflow with a trigger is switched on. */
export async function startTrigger(host: N8nHost, options: Call): Promise<Listening> {
	const { node, workflow, additional } = stage(host, options);
	const listening: Listening = { crons: [], emitted: [], warnings: [], tick, stop, staticData: () => staticDataOf(workflow) };
	const ticks: Array<(due: Date) => unknown> = [];
	async function tick(): Promise<void> {
		await Promise.all(ticks.map(async (run) => await run(new Date())));
	}
	async function stop(): Promise<void> {
		ticks.length = 0;
		await started?.closeFunction?.();
	}
	const context = new host.core.TriggerContext(
		workflow,
		node,
		additional,
		options.mode ?? 'trigger',
		'activate',
		(data) => listening.emitted.push(data[0] ?? []),
		(error) => {
			throw error;
		},
		(error) => {
			throw error;
		},
		{
			registerCron: ({ expression }, onTick) => {
				listening.crons.push(expression);
				ticks.push(onTick);
			},
		},
	);
	const warn = (message: string) => listening.warnings.push(message);
	Object.defineProperty(context, 'logger', {
		value: { error: warn, warn, info: () => undefined, debug: () => undefined },
	});
	const started = await host.nodeType(node.type, node.typeVersion).trigger?.call(context);
	if (!started) throw missing('trigger', 'trigger', node);
	return listening;
}
