using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>Which entries are wanted, as the database is asked for them.</summary>
/// <param name="Entries">The entries that fit.</param>
/// <param name="IsByTime">
/// Whether they go by their time, through its index; else by their number, which comes with the index of person or act.
/// </param>
public sealed record AuditQuestion(IQueryable<AuditEntry> Entries, bool IsByTime);
