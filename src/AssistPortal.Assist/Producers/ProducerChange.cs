namespace AssistPortal.Assist.Producers;

/// <summary>A change of a producer, as a form asks for it.</summary>
public abstract record ProducerChange
{
    /// <summary>Changes the producer, who was read with all parts.</summary>
    internal abstract void Apply(Producer producer);

    /// <summary>Everything but hours and time off.</summary>
    public sealed record Profile(ProducerDetails Details) : ProducerChange
    {
        internal override void Apply(Producer producer) => producer.Change(Details);
    }

    /// <summary>Weekly hours and exceptional days, instead of those before.</summary>
    public sealed record Hours(
        IReadOnlyCollection<HoursDetails> Week, IReadOnlyCollection<ExceptionDetails> Exceptions) : ProducerChange
    {
        internal override void Apply(Producer producer) => producer.ChangeHours(Week, Exceptions);
    }

    public sealed record AddTimeOff(TimeOffDetails Details) : ProducerChange
    {
        internal override void Apply(Producer producer) => producer.TakeOff(Details);
    }

    public sealed record RemoveTimeOff(int Id) : ProducerChange
    {
        internal override void Apply(Producer producer) => producer.GiveUpTimeOff(Id);
    }
}
