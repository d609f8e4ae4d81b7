using AssistPortal.Trials.Devices;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>States of devices and shipments as attributes and styles say them.</summary>
internal static class DeviceStates
{
    /// <summary>As programs read it, such as return-announced.</summary>
    public static string KeyOf<TState>(TState state)
        where TState : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{state}");

    /// <summary>Style of a device's badge.</summary>
    public static string StyleOf(DeviceState state) => state switch
    {
        DeviceState.InUse or DeviceState.Kept or DeviceState.Closed => "state--placed",
        DeviceState.ReturnAnnounced or DeviceState.PickedUp or DeviceState.Received => "state--pending",
        _ => "state--updated",
    };

    /// <summary>Style of a shipment's badge.</summary>
    public static string StyleOf(ShipmentState state) => state switch
    {
        ShipmentState.Delivered => "state--placed",
        ShipmentState.Exception => "state--failed",
        _ => "state--updated",
    };
}
