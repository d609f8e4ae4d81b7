using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>What the address says of the list of producers; all of it may be missing.</summary>
public sealed class ProducerListInput
{
    public const string No = "no";
    public const string All = "all";

    /// <summary>Part of a name.</summary>
    public string? Q { get; set; }

    /// <summary>Key of a package.</summary>
    public string? Package { get; set; }

    /// <summary><see cref="No"/>, <see cref="All"/>, or only who is active.</summary>
    public string? Active { get; set; }

    public string? Page { get; set; }

    public ProducerQuestion Read() => new(
        Tolerant.Text(Q),
        Tolerant.Code(Package).Length == 0 ? null : Tolerant.Number(Package) ?? 0,
        Active switch { All => null, No => false, _ => true },
        Tolerant.Number(Page) ?? 1);
}
