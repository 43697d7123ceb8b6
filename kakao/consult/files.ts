import { isLoopback } from '../partner/baseUrl';

/** Hosts on which customers' files lie (facts consulttalk §6 trap 9). Channel Talk keeps those of its chats itself. */
const HOSTS = /(?:^|\.)(?:kakao\.com|kakaocdn\.net|channel\.io)$/;

/**
 * Whether an address is one that Kakao or the hub gave to a customer's file: anything else a customer may have typed, and
 * it could lead into the company's own network. Older pictures lie at http addresses.
 * @param hubUrl where the hub is; when it runs on this machine, as the sandbox does, its files lie below their host's name
 */
export function isKakaoFile(url: string, hubUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname, port, username, password, pathname } = new URL(url);
	if (username !== '' || password !== '' || !['https:', 'http:'].includes(protocol)) return false;
	if (port === '' && HOSTS.test(hostname)) return true;
	const hubHost = URL.canParse(hubUrl) ? new URL(hubUrl).hostname : '';
	return isLoopback(hostname) && isLoopback(hubHost) && HOSTS.test(pathname.split('/')[1] ?? '');
}
