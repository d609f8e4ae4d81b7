using AssistPortal.Assist.Ordering;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What step 3 shows.</summary>
public sealed record EventInformationPage() : StepPage(OrderStep.EventInformation)
{
    public required EventInformationInput Input { get; init; }

    public override object Typed => Input;

    public required OrderSummary Summary { get; init; }

    public EventFields Fields => new(
        Input, Summary.Site, Summary.Package, Summary.Rates, Summary.Draft.Time!, Summary.Draft.Contact.Email);

    /// <summary>What the host saw before another tab changed it; null where nothing has.</summary>
    public SeenDraft? SeenBefore { get; init; }

    /// <summary>The hold was lost, and nobody is free at the wished time any longer.</summary>
    public NobodyFree? NobodyFree { get; init; }

    /// <summary>Whether package, date or time have to be changed before the order can be placed.</summary>
    public bool IsRefused { get; init; }
}
