using System.Security.Claims;
using AssistPortal.Assist.Feeds;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Meetings.Audit;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Features.Audit;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>What can be chosen from in the audit trail, and its people and pages, in plain words.</summary>
public sealed class AuditWords(AuditRecords records, ActWords acts, IStringLocalizer<AuditTexts> texts)
{
    /// <summary>The acts that can be chosen from, by their words, and the chosen one if it is none of them.</summary>
    public IEnumerable<AuditChoice> Actions(string? chosen) => Choices(records.Actions, chosen, acts.Action);

    /// <summary>The kinds of things that can be chosen from, likewise.</summary>
    public IEnumerable<AuditChoice> Subjects(string? chosen) => Choices(records.Subjects, chosen, acts.Subject);

    public string Actor(AuditRow row) => row switch
    {
        { Person: { } person } =>
            Wording.Name(person.FirstName, person.LastName) is { Length: > 0 } name ? name : person.Email,
        { Entry.ActorId: not null } => texts["Actor.Gone"],
        { Entry.AccessId: not null } => texts["Actor.Customer"],
        _ => texts["Actor.Portal"],
    };

    /// <summary>The page of what it was done to; null where there is none, or not for them.</summary>
    public static string? PageOf(AuditRow row, ClaimsPrincipal user) => row.Entry switch
    {
        { Subject: nameof(Order) } when row.Order is { } number => $"/staff/orders/{number}",
        { Subject: nameof(MeetingSession) } when row.Record is MeetingRemoved => null,
        { Subject: nameof(MeetingSession) } entry => $"/staff/meetings/{entry.SubjectId}",
        { Subject: nameof(Site) } entry => $"/staff/sites/{entry.SubjectId}",
        { Subject: nameof(Producer) } entry => $"/staff/producers/{entry.SubjectId}",
        { Subject: nameof(ServicePackage) } entry => $"/staff/packages/{entry.SubjectId}",
        { Subject: nameof(ShortNotice) } => "/staff/short-notice",
        { Subject: nameof(OutboxMail) } entry => $"/staff/mail/{entry.SubjectId}",
        { Subject: nameof(PortalUser) } entry when user.IsInRole(PortalRoles.Administrator) =>
            $"/staff/users/{entry.SubjectId}",
        { Subject: CalendarFeeds.Subject } entry when user.IsInRole(PortalRoles.Administrator) =>
            $"/staff/users/{entry.SubjectId}",
        _ => null,
    };

    private static IEnumerable<AuditChoice> Choices(
        IEnumerable<string> known, string? chosen, Func<string, string> wordsOf) =>
        (chosen is { Length: > 0 } ? known.Append(chosen) : known)
            .Distinct(StringComparer.Ordinal)
            .Select(key => new AuditChoice(key, wordsOf(key)))
            .OrderBy(choice => choice.Text, StringComparer.CurrentCulture);
}
