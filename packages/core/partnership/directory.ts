import type { Group, Membership, Organisation } from './networks.ts';

/** A post is what somebody does, never a name: "safeguarding lead". '' where it is not known. */
export type Post = { readonly organisation: string; readonly role: string };

/** Money with a source and, where known, an ISO day on which it ends. */
export type Money = { readonly source: string; readonly until: string | null };

/** A partnership with what coverage asks about. Lists of null have not been answered. */
export type ListedGroup = Group & {
  readonly atWork: boolean;
  readonly areas: readonly string[];
  readonly functions: readonly string[];
  readonly activities: readonly string[];
  readonly chair: Post;
  readonly coordinator: Post & { readonly until: string | null };
  readonly money: readonly Money[] | null;
};

export type ListedMember = Membership & {
  readonly role: string;
  readonly post: string;
  readonly deputy: string;
};

export type ListedOrganisation = Organisation & { readonly survivorLed: boolean };

/** Everything that coverage is worked out from, as plain lists. */
export type Directory = {
  readonly organisations: readonly ListedOrganisation[];
  readonly groups: readonly ListedGroup[];
  readonly members: readonly ListedMember[];
};

/** The directory without one organisation: its memberships go, and the posts that it fills stand empty. [PN-12] */
export function withoutOrganisation(directory: Directory, gone: string): Directory {
  const name = directory.organisations.find(({ id }) => id === gone)?.name ?? '';
  const empty = <P extends Post>(post: P): P =>
    fills(post, name) ? { ...post, organisation: '', role: '' } : post;
  return {
    organisations: directory.organisations.filter(({ id }) => id !== gone),
    members: directory.members.filter(({ organisation }) => organisation !== gone),
    groups: directory.groups.map((group) => ({
      ...group,
      chair: empty(group.chair),
      coordinator: empty(group.coordinator),
    })),
  };
}

/** Whether an organisation of this name fills a post; names are compared without case and spaces around them. */
export function fills(post: Post, name: string): boolean {
  return name.trim() !== '' && plain(post.organisation) === plain(name);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
