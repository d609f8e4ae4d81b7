namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The pages of one producer.</summary>
public enum ProducerPart
{
    Profile,
    Hours,
    TimeOff,
    Cover,
}
