namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>What the address says of the audit trail; all of it may be missing.</summary>
public sealed class AuditListInput
{
    /// <summary>E-mail or name of who did it, or <see cref="AuditFilter.Nobody"/>.</summary>
    public string? Actor { get; set; }

    /// <summary>What was done, as its key.</summary>
    public string? Action { get; set; }

    /// <summary>Kind of thing that it was done to.</summary>
    public string? Subject { get; set; }

    /// <summary>Which of them: its key, or an order's request number.</summary>
    public string? SubjectId { get; set; }

    /// <summary>First day.</summary>
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    public string? To { get; set; }

    /// <summary>The list goes on below this entry.</summary>
    public string? Before { get; set; }
}
