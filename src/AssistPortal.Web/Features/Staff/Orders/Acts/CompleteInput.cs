using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Further;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>How the event went.</summary>
public sealed class CompleteInput : IMessageToCustomer
{
    public string? Version { get; set; }

    public string? Registered { get; set; }

    public string? Attended { get; set; }

    /// <summary>An https address on each line.</summary>
    public string? Recordings { get; set; }

    /// <summary>What is added to the invoice.</summary>
    public List<FurtherLineInput> Further { get; } = [];

    /// <summary>What was looked at before: <see cref="CompletionPreview.Seen"/>.</summary>
    public string? Seen { get; set; }

    public string? MessageToCustomer { get; set; }
}
