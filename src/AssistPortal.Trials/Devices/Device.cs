using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Devices;

/// <summary>An endpoint that belongs to a trial.</summary>
public sealed class Device : IVersioned
{
    public const int ModelLength = 80;
    public const int SerialNumberLength = 40;

    private Device()
    {
    }

    internal Device(Guid shipmentId, Guid trialId, string model, string serialNumber, Instant now)
    {
        (Id, ShipmentId, TrialId, ChangedAt) = (Guid.CreateVersion7(), shipmentId, trialId, now);
        Model = Guard.TypedFilled(ModelLength, model);
        SerialNumber = Guard.TypedFilled(SerialNumberLength, serialNumber);
        OutKey = KeyOf(SerialNumber);
    }

    public Guid Id { get; private set; }

    public Guid ShipmentId { get; private set; }

    public Guid TrialId { get; private set; }

    public string Model { get; private set; } = "";

    public string SerialNumber { get; private set; } = "";

    /// <summary>
    /// While it is out, unique: no serial number is out at two places at once. Null once it is not, so that the device
    /// can be shipped anew.
    /// </summary>
    public string? OutKey { get; private set; }

    public DeviceState State { get; private set; }

    /// <summary>When the state last changed.</summary>
    public Instant ChangedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether it is still at the customer's, or on its way there, and is not theirs.</summary>
    public bool IsOut =>
        State is DeviceState.OnTheWay or DeviceState.Delivered or DeviceState.InUse or DeviceState.ReturnAnnounced;

    /// <summary>Takes it a step further.</summary>
    /// <exception cref="InvalidOperationException">No such step leads on from where it is.</exception>
    internal void GoOn(DeviceState next, Instant now)
    {
        if (!CanBecome(next))
        {
            throw new InvalidOperationException($"Device {Id} is {State} and does not become {next}.");
        }

        (State, ChangedAt) = (next, now);
        OutKey = IsOut ? OutKey : null;
    }

    /// <summary>The <see cref="OutKey"/> of whatever bears a serial number: letters count without their case.</summary>
    internal static string KeyOf(string serialNumber) => serialNumber.ToUpperInvariant();

    /// <summary>Whether that step leads on from where it is.</summary>
    public bool CanBecome(DeviceState next) => (State, next) switch
    {
        (DeviceState.OnTheWay, DeviceState.Delivered) => true,
        (DeviceState.Delivered, DeviceState.InUse) => true,
        (DeviceState.Delivered or DeviceState.InUse, DeviceState.ReturnAnnounced or DeviceState.Kept) => true,
        (DeviceState.ReturnAnnounced, DeviceState.PickedUp) => true,
        (DeviceState.ReturnAnnounced or DeviceState.PickedUp, DeviceState.Received) => true,
        (DeviceState.Received, DeviceState.Closed) => true,
        _ => false,
    };
}

public enum DeviceState
{
    OnTheWay,
    Delivered,
    InUse,

    /// <summary>Its pick-up was announced: the RMA has begun.</summary>
    ReturnAnnounced,
    PickedUp,

    /// <summary>It is back.</summary>
    Received,
    Closed,

    /// <summary>The customer keeps it.</summary>
    Kept,
}
