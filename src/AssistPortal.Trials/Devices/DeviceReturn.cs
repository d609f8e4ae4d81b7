using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Devices;

/// <summary>The return of a device under its RMA number; there is one at most for each.</summary>
public sealed class DeviceReturn
{
    public const int NumberLength = 20;

    private DeviceReturn()
    {
    }

    /// <param name="deviceId">The device.</param>
    /// <param name="number">The RMA number, unique.</param>
    /// <param name="now">When its pick-up was announced.</param>
    /// <exception cref="ArgumentException">The number is blank or too long.</exception>
    internal DeviceReturn(Guid deviceId, string number, Instant now) =>
        (DeviceId, Number, AnnouncedAt) = (deviceId, Guard.Filled(NumberLength, number), now);

    public Guid DeviceId { get; private set; }

    /// <summary>The RMA number.</summary>
    public string Number { get; private set; } = "";

    public Instant AnnouncedAt { get; private set; }

    public Instant? PickedUpAt { get; private set; }

    public Instant? ReceivedAt { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>Notes the moment of a state.</summary>
    internal void Note(DeviceState state, Instant now)
    {
        switch (state)
        {
            case DeviceState.PickedUp:
                PickedUpAt = now;
                break;
            case DeviceState.Received:
                ReceivedAt = now;
                break;
            case DeviceState.Closed:
                ClosedAt = now;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "No state of a return.");
        }
    }
}
