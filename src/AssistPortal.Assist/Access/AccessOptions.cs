using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Access;

/// <summary>How long mailed links hold: settings under <c>Ordering</c>.</summary>
internal sealed class AccessOptions
{
    /// <summary>
    /// Days after the event for which they still open the order, to read it, its report, invoices and messages.
    /// </summary>
    [Range(0, 3650)]
    public int AccessDays { get; set; } = 180;
}
