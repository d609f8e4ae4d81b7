using System.Security.Claims;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Feeds;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Acts, people and things of the audit trail in plain words.</summary>
public sealed class AuditWords(IStringLocalizer<AuditTexts> texts)
{
    /// <summary>Acts and kinds of things that can be chosen from; others are found by the links of their entries.</summary>
    public static readonly IReadOnlyList<string> Actions =
    [
        "order.placed", "order.updated", "order.cancelled", "order.accessed", "order.link-sent", "meeting.added", "meeting.changed",
        "meeting.removed", "site.directory-changed", "mail.resent", "mail.held", "administrator.first", "user.added", "user.changed",
        "user.deactivated", "user.activated", "user.signed-out", "user.invited", "user.password-link", "user.password-set",
        "order.language-answered", "order.report-contact-named", "order.note-added", "order.attention-settled", "order.completed",
        "order.report-changed", "order.producer-changed", "session.scheduled", "session.moved", "session.cancelled",
        "session.producer-changed", "invoice.issued", "invoice.credited", "invoice.corrected", "producer.changed",
        "producer.added", "site.added", "site.changed", "site.member-added", "site.member-removed", "package.added", "package.changed",
        "package.rates-added", "package.rates-changed", "package.rates-removed", "comparison.added", "comparison.changed",
        "comparison.removed", "contract.added", "contract.changed", "contract.removed", "feed.made", "feed.replaced", "feed.revoked",
        "short-notice.given", "short-notice.withdrawn", "user.language-chosen", "user.settings-changed", "order.meeting-changed",
        "order.meeting-not-changed",
    ];

    public static readonly IReadOnlyList<string> Subjects =
    [
        nameof(Order), nameof(MeetingSession), nameof(Site), nameof(OutboxMail), nameof(PortalUser), nameof(Invoice), nameof(Producer),
        nameof(ServicePackage), nameof(ComparisonRow), nameof(Contract), nameof(ShortNotice), CalendarFeeds.Subject,
    ];

    /// <summary>The act; its key where there are no words for it.</summary>
    public string Action(string act) => texts[$"Action.{act}"].Or(act);

    /// <summary>The kind of thing; its key where there are no words for it.</summary>
    public string Subject(string kind) => texts[$"Subject.{kind}"].Or(kind);

    public string Actor(AuditRow row) => row switch
    {
        { Actor: { } actor } => Wording.Name(actor.FirstName, actor.LastName),
        { Entry.ActorId: not null } => texts["Actor.Gone"],
        { IsByCustomer: true } => texts["Actor.Customer"],
        _ => texts["Actor.Portal"],
    };

    /// <summary>The page of what it was done to; null where there is none, or not for them.</summary>
    public static string? PageOf(AuditRow row, ClaimsPrincipal user) => row.Entry switch
    {
        { Subject: nameof(Order) } when row.Order is { } number => $"/staff/orders/{number}",
        { Subject: nameof(MeetingSession), Action: not "meeting.removed" } entry => $"/staff/meetings/{entry.SubjectId}",
        { Subject: nameof(Site) } entry => $"/staff/sites/{entry.SubjectId}",
        { Subject: nameof(Producer) } entry => $"/staff/producers/{entry.SubjectId}",
        { Subject: nameof(ServicePackage) } entry => $"/staff/packages/{entry.SubjectId}",
        { Subject: nameof(ShortNotice) } => "/staff/short-notice",
        { Subject: nameof(OutboxMail) } entry => $"/staff/mail/{entry.SubjectId}",
        { Subject: nameof(PortalUser) } entry when user.IsInRole(PortalRoles.Administrator) => $"/staff/users/{entry.SubjectId}",
        { Subject: CalendarFeeds.Subject } entry when user.IsInRole(PortalRoles.Administrator) => $"/staff/users/{entry.SubjectId}",
        _ => null,
    };
}
