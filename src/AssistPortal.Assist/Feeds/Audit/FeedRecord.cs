using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Feeds.Audit;

/// <summary>An act on somebody's calendar feed, whose key is that of the account.</summary>
internal abstract record FeedRecord(Guid UserId) : AuditRecord<CalendarFeed>($"{UserId}");
