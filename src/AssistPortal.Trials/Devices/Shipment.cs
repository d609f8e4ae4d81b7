using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Devices;

/// <summary>Devices of a trial on their way to the customer.</summary>
public sealed class Shipment : IVersioned
{
    public const int LoanNumberLength = 30;
    public const int CarrierLength = 120;
    public const int ContactLength = 254;
    public const int TrackingLength = 60;

    private readonly List<Device> devices = [];

    private Shipment()
    {
    }

    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    internal Shipment(
        Guid trialId, string loanNumber, string carrier, string carrierContact, string trackingNumber, Instant now)
    {
        (Id, TrialId, ShippedAt, ChangedAt) = (Guid.CreateVersion7(), trialId, now, now);
        LoanNumber = Guard.Filled(LoanNumberLength, loanNumber);
        Carrier = Guard.TypedFilled(CarrierLength, carrier);
        CarrierContact = Guard.TypedFilled(ContactLength, carrierContact);
        TrackingNumber = Guard.Typed(TrackingLength, trackingNumber);
    }

    public Guid Id { get; private set; }

    public Guid TrialId { get; private set; }

    /// <summary>The demo loan number: it begins with D.</summary>
    public string LoanNumber { get; private set; } = "";

    public string Carrier { get; private set; } = "";

    /// <summary>Phone number or page at which the carrier is asked to fetch something.</summary>
    public string CarrierContact { get; private set; } = "";

    public string TrackingNumber { get; private set; } = "";

    public ShipmentState State { get; private set; }

    public Instant ShippedAt { get; private set; }

    /// <summary>When the state last changed.</summary>
    public Instant ChangedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Device> Devices => devices.AsReadOnly();

    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    internal void Add(string model, string serialNumber, Instant now) =>
        devices.Add(new Device(Id, TrialId, model, serialNumber, now));

    /// <summary>Notes where it is; with delivery its devices are there.</summary>
    /// <exception cref="InvalidOperationException">It was delivered before.</exception>
    internal void MoveTo(ShipmentState state, Instant now)
    {
        if (State == ShipmentState.Delivered)
        {
            throw new InvalidOperationException($"Shipment {Id} was delivered.");
        }

        (State, ChangedAt) = (Guard.Named(state), now);
        if (state == ShipmentState.Delivered)
        {
            devices.ForEach(device => device.GoOn(DeviceState.Delivered, now));
        }
    }
}

public enum ShipmentState
{
    Shipped,
    InTransit,
    Delivered,

    /// <summary>The carrier has told of something that went wrong.</summary>
    Exception,
}
