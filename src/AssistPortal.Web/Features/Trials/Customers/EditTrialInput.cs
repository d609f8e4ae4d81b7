using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>What is changed of a trial, as typed.</summary>
public sealed class EditTrialInput : ServiceInput
{
    /// <summary>30, or empty.</summary>
    public string? ExtendDays { get; set; }

    /// <summary>Names of the services that are ticked, with commas between.</summary>
    public string? AddServices { get; set; }

    internal override string? Ticked => AddServices;

    internal bool Extends => Tolerant.Number(ExtendDays) == Trial.ExtensionDaysOnce;

    /// <summary>Several boxes of one name are ticked: all of them count, not the first.</summary>
    internal EditTrialInput WithTicked(IFormCollection form)
    {
        AddServices = $"{form[nameof(AddServices)]}";
        return this;
    }

    /// <summary>The change; the form is valid.</summary>
    internal TrialEdit Read() => new(Extends, Amounts(), ReadHost(), ReadNumbers());
}
