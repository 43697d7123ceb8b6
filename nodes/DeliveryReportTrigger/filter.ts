import type { IDataObject } from 'n8n-workflow';

import type { Report } from '../../kakao/message/report';

/** Which reports start the workflow. Empty lists let everything through. */
export interface ReportFilter {
	statuses: readonly string[];
	deliveredBy: readonly string[];
	templateCodes: readonly string[];
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export function readFilter(filters: IDataObject): ReportFilter {
	const codes = String(filters.templateCodes ?? '')
		.split(',')
		.map((code) => code.trim())
		.filter((code) => code !== '');
	return { statuses: strings(filters.statuses), deliveredBy: strings(filters.deliveredBy), templateCodes: codes };
}

/** A dealer's report may not name the template; such a report passes no template filter. */
export function passes(report: Report, filter: ReportFilter): boolean {
	const allows = (list: readonly string[], value: string | null) =>
		list.length === 0 || (value !== null && list.includes(value));
	return (
		allows(filter.statuses, report.status) &&
		allows(filter.deliveredBy, report.deliveredBy) &&
		allows(filter.templateCodes, report.templateCode)
	);
}
