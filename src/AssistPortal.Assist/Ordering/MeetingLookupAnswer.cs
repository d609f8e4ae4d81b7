namespace AssistPortal.Assist.Ordering;

/// <summary>The answers of step 2, Meeting Lookup.</summary>
/// <param name="IsScheduled">
/// Whether the meeting is already scheduled on the site; null where that was left open.
/// </param>
/// <param name="HostId">Sign-in name on the site of the person who scheduled it.</param>
/// <param name="HostEmail">That person's e-mail address.</param>
/// <param name="SessionKey">The session that was picked; null when step 3 is filled in by hand.</param>
public sealed record MeetingLookupAnswer(bool? IsScheduled, string? HostId, string? HostEmail, string? SessionKey);
