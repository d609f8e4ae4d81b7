namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>For whom a coordinator orders what, as typed. The names are a public contract.</summary>
public sealed class NewOrderInput
{
    public string? SiteId { get; set; }

    public string? PackageCode { get; set; }

    /// <summary>The host whose order it is; somebody without an account becomes its contact.</summary>
    public string? HostEmail { get; set; }

    /// <summary>Culture name of the customer's mails; empty for the host's own, else for that of the pages.</summary>
    public string? MailLanguage { get; set; }

    /// <summary>Why the event may start sooner than usual.</summary>
    public string? OverrideReason { get; set; }
}
